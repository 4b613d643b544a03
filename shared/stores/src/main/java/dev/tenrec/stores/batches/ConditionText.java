package dev.tenrec.stores.batches;

import dev.tenrec.stores.table.Condition;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A condition in DynamoDB's words; both parts are null where there is none, as its API wants. */
record ConditionText(String text, Map<String, AttributeValue> values) {
  static ConditionText of(Condition condition) {
    return switch (condition) {
      case Condition.None _ -> new ConditionText(null, null);
      case Condition.Absent _ -> new ConditionText("attribute_not_exists(pk)", null);
      case Condition.Present _ -> new ConditionText("attribute_exists(pk)", null);
      case Condition.Version version ->
          new ConditionText(
              "version = :expected",
              Map.of(":expected", AttributeValue.fromN(Long.toString(version.expected()))));
    };
  }
}
