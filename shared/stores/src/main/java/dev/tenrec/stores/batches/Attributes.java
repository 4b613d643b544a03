package dev.tenrec.stores.batches;

import dev.tenrec.stores.table.Item;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Items in DynamoDB's words. */
final class Attributes {
  private Attributes() {}

  static Map<String, AttributeValue> of(Item.Key key) {
    return Map.of(
        "pk", AttributeValue.fromS(key.partition()), "sk", AttributeValue.fromS(key.sort()));
  }

  static Map<String, AttributeValue> of(Item item) {
    Map<String, AttributeValue> all = new LinkedHashMap<>(of(item.key()));
    all.putAll(item.attributes());
    return all;
  }

  static Item item(Map<String, AttributeValue> found) {
    Map<String, AttributeValue> rest = new LinkedHashMap<>(found);
    return new Item(new Item.Key(rest.remove("pk").s(), rest.remove("sk").s()), rest);
  }
}
