package dev.tenrec.stores.persons;

import static java.util.stream.Collectors.toMap;

import dev.tenrec.stores.table.Item;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Persons as items of the table. */
final class PersonItems {
  private static final String SORT = "person";

  private PersonItems() {}

  static Item.Key key(PersonKey key) {
    return new Item.Key("person#" + key.project() + "#" + key.id(), SORT);
  }

  static Item item(StoredPerson stored) {
    Item item = new Item(key(stored.key()), Map.of()).with("version", stored.version());
    return switch (stored) {
      case MergedPerson merged -> item.with("merged_into", merged.into().toString());
      case Person person ->
          item.with("properties", PropertiesAttribute.of(person.properties()))
              .with("identified", person.identified())
              .with("distinct_ids", person.distinctIds().known())
              .with("further_distinct_ids", person.distinctIds().further())
              .with("applied", applied(person.applied()))
              .with("created_at", person.createdAt())
              .with("updated_at", person.updatedAt());
    };
  }

  static StoredPerson stored(PersonKey key, Item item) {
    long version = item.number("version");
    return item.optionalText("merged_into")
        .<StoredPerson>map(into -> new MergedPerson(key, version, UUID.fromString(into)))
        .orElseGet(
            () ->
                new Person(
                    key,
                    version,
                    PropertiesAttribute.read(item.attributes().get("properties")),
                    item.flag("identified"),
                    new DistinctIds(
                        item.texts("distinct_ids"), item.number("further_distinct_ids")),
                    applied(item.attributes().get("applied")),
                    item.instant("created_at"),
                    item.instant("updated_at")));
  }

  private static AttributeValue applied(Applied applied) {
    return AttributeValue.fromM(
        applied.positions().entrySet().stream()
            .collect(
                toMap(
                    position -> position.getKey().toString(),
                    position -> AttributeValue.fromS(position.getValue().toString()))));
  }

  private static Applied applied(AttributeValue value) {
    return new Applied(
        value.m().entrySet().stream()
            .collect(
                toMap(
                    position -> UUID.fromString(position.getKey()),
                    position -> StreamPosition.parse(position.getValue().s()))));
  }
}
