package dev.tenrec.stores.groups;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.events.ExactJson;
import dev.tenrec.stores.batches.BatchTable;
import dev.tenrec.stores.batches.ItemGroup;
import dev.tenrec.stores.batches.Outcome;
import dev.tenrec.stores.table.Condition;
import dev.tenrec.stores.table.Item;
import dev.tenrec.stores.table.Write;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Groups in the table {@code persons}. */
public final class DynamoDbGroupStore implements GroupStore {
  private final BatchTable table;

  public DynamoDbGroupStore(BatchTable table) {
    this.table = requireNonNull(table, "table is null");
  }

  @Override
  public GroupTypes types(long project) {
    Item.Key key = typesKey(project);
    return Optional.ofNullable(table.read(List.of(key)).get(key))
        .map(item -> new GroupTypes(project, item.number("version"), item.texts("names")))
        .orElseGet(() -> GroupTypes.none(project));
  }

  @Override
  public boolean write(GroupTypes types) {
    Item item =
        new Item(typesKey(types.project()), Map.of())
            .with("version", types.version())
            .with("names", types.names());
    return table.write(List.of(over(item, types.version() - 1))).getFirst() == Outcome.WRITTEN;
  }

  @Override
  public Map<GroupKey, Group> read(Collection<GroupKey> keys) {
    Map<Item.Key, Item> items = table.read(keys.stream().map(DynamoDbGroupStore::key).toList());
    Map<GroupKey, Group> found = new HashMap<>();
    for (GroupKey key : keys) {
      Item item = items.get(key(key));
      if (item != null) {
        found.put(
            key,
            new Group(
                key,
                item.number("version"),
                properties(item.text("properties")),
                item.instant("created_at"),
                item.instant("updated_at")));
      }
    }
    return found;
  }

  @Override
  public List<Outcome> write(List<Group> groups) {
    return table.write(groups.stream().map(DynamoDbGroupStore::write).toList());
  }

  private static ItemGroup write(Group group) {
    Item item =
        new Item(key(group.key()), Map.of())
            .with("version", group.version())
            .with("properties", ExactJson.write(group.properties()))
            .with("created_at", group.createdAt())
            .with("updated_at", group.updatedAt());
    return over(item, group.version() - 1);
  }

  private static ItemGroup over(Item item, long expected) {
    Condition condition = expected == 0 ? Condition.absent() : Condition.version(expected);
    return new ItemGroup(List.of(new Write.Put(item, condition)));
  }

  private static Item.Key typesKey(long project) {
    return new Item.Key("grouptypes#" + project, "types");
  }

  private static Item.Key key(GroupKey key) {
    return new Item.Key(
        "group#" + key.project() + "#" + key.typeIndex() + "#" + key.key(), "group");
  }

  private static ObjectNode properties(String text) {
    try {
      JsonNode read = ExactJson.read(text);
      if (read instanceof ObjectNode properties) {
        return properties;
      }
      throw new IllegalStateException("A group's properties are no JSON object");
    } catch (JsonProcessingException damaged) {
      throw new IllegalStateException("A group's properties cannot be read", damaged);
    }
  }
}
