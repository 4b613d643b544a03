package dev.tenrec.stores.table;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * One item: its key and its attributes. Immutable; {@code with} methods answer a changed copy.
 *
 * @param key where the item stands
 * @param attributes everything but the key
 */
public record Item(Key key, Map<String, AttributeValue> attributes) {
  /** The attribute that makes DynamoDB delete an item, in epoch seconds. */
  public static final String EXPIRES_AT = "expires_at";

  public Item {
    requireNonNull(key, "key is null");
    attributes = Map.copyOf(attributes);
  }

  /** An item without attributes. */
  public static Item at(String partition, String sort) {
    return new Item(new Key(partition, sort), Map.of());
  }

  public Item with(String name, String value) {
    return with(name, AttributeValue.fromS(value));
  }

  public Item with(String name, long value) {
    return with(name, AttributeValue.fromN(Long.toString(value)));
  }

  public Item with(String name, boolean value) {
    return with(name, AttributeValue.fromBool(value));
  }

  public Item with(String name, Instant value) {
    return with(name, value.toString());
  }

  public Item with(String name, List<String> values) {
    return with(name, AttributeValue.fromL(values.stream().map(AttributeValue::fromS).toList()));
  }

  public Item with(String name, AttributeValue value) {
    Map<String, AttributeValue> changed = new LinkedHashMap<>(attributes);
    changed.put(name, value);
    return new Item(key, changed);
  }

  /** This item, deleted by DynamoDB some time after the given moment. */
  public Item expiring(Instant at) {
    return with(EXPIRES_AT, at.getEpochSecond());
  }

  public String text(String name) {
    return required(name).s();
  }

  public Optional<String> optionalText(String name) {
    return Optional.ofNullable(attributes.get(name)).map(AttributeValue::s);
  }

  public long number(String name) {
    return Long.parseLong(required(name).n());
  }

  public boolean flag(String name) {
    return required(name).bool();
  }

  public Optional<Boolean> optionalFlag(String name) {
    return Optional.ofNullable(attributes.get(name)).map(AttributeValue::bool);
  }

  public Instant instant(String name) {
    return Instant.parse(text(name));
  }

  public List<String> texts(String name) {
    return required(name).l().stream().map(AttributeValue::s).toList();
  }

  private AttributeValue required(String name) {
    AttributeValue value = attributes.get(name);
    if (value == null) {
      throw new IllegalStateException("Item " + key + " has no attribute " + name);
    }
    return value;
  }

  /** Where an item stands in its table. */
  public record Key(String partition, String sort) {
    public Key {
      requireNonNull(partition, "partition is null");
      requireNonNull(sort, "sort is null");
    }
  }
}
