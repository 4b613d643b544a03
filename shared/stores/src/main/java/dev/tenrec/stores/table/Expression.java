package dev.tenrec.stores.table;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * A condition in DynamoDB's words; text and values are null where there is none, as its API wants.
 */
record Expression(String text, Map<String, AttributeValue> values) {
  static Expression of(Condition condition) {
    return switch (condition) {
      case Condition.None _ -> new Expression(null, null);
      case Condition.Absent _ -> new Expression("attribute_not_exists(pk)", null);
      case Condition.Present _ -> new Expression("attribute_exists(pk)", null);
      case Condition.Version version ->
          new Expression(
              "version = :expected",
              Map.of(":expected", AttributeValue.fromN(Long.toString(version.expected()))));
    };
  }

  static TransactWriteItem transactItem(String table, Write write) {
    return switch (write) {
      case Write.Put put -> {
        Expression expression = of(put.condition());
        yield TransactWriteItem.builder()
            .put(
                request ->
                    request
                        .tableName(table)
                        .item(Table.attributes(put.item()))
                        .conditionExpression(expression.text())
                        .expressionAttributeValues(expression.values()))
            .build();
      }
      case Write.Delete delete -> {
        Expression expression = of(delete.condition());
        yield TransactWriteItem.builder()
            .delete(
                request ->
                    request
                        .tableName(table)
                        .key(Table.attributes(delete.key()))
                        .conditionExpression(expression.text())
                        .expressionAttributeValues(expression.values()))
            .build();
      }
      case Write.Add add ->
          TransactWriteItem.builder()
              .update(
                  request ->
                      request
                          .tableName(table)
                          .key(Table.attributes(add.key()))
                          .updateExpression("add #counter :amount")
                          .expressionAttributeNames(Map.of("#counter", add.attribute()))
                          .expressionAttributeValues(
                              Map.of(":amount", AttributeValue.fromN(Long.toString(add.amount())))))
              .build();
    };
  }
}
