package dev.tenrec.stores.table;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * A DynamoDB table. Reads are strongly consistent; writes happen wholly or not at all.
 *
 * @param client the client
 * @param name the table's name
 */
public record Table(DynamoDbClient client, String name) {
  private static final String PARTITION = "pk";
  private static final String SORT = "sk";

  public Table {
    requireNonNull(client, "client is null");
    requireNonNull(name, "name is null");
  }

  /** The item of that key. */
  public Optional<Item> get(String partition, String sort) {
    Map<String, AttributeValue> found =
        client
            .getItem(
                request ->
                    request
                        .tableName(name)
                        .key(attributes(new Item.Key(partition, sort)))
                        .consistentRead(true))
            .item();
    return found.isEmpty() ? Optional.empty() : Optional.of(item(found));
  }

  /** All items of a partition whose sort key begins with the prefix, in sort key order. */
  public List<Item> list(String partition, String prefix) {
    return client
        .queryPaginator(
            request ->
                request
                    .tableName(name)
                    .consistentRead(true)
                    .keyConditionExpression("pk = :pk and begins_with(sk, :prefix)")
                    .expressionAttributeValues(
                        Map.of(
                            ":pk", AttributeValue.fromS(partition),
                            ":prefix", AttributeValue.fromS(prefix))))
        .items()
        .stream()
        .map(Table::item)
        .toList();
  }

  /** The first items of a partition whose sort key is at most {@code last}, in sort key order. */
  public List<Item> listUpTo(String partition, String last, int most) {
    return client
        .query(
            request ->
                request
                    .tableName(name)
                    .consistentRead(true)
                    .limit(most)
                    .keyConditionExpression("pk = :pk and sk <= :last")
                    .expressionAttributeValues(
                        Map.of(
                            ":pk", AttributeValue.fromS(partition),
                            ":last", AttributeValue.fromS(last))))
        .items()
        .stream()
        .map(Table::item)
        .toList();
  }

  /** The last items of a partition whose sort key begins with the prefix, the last one first. */
  public List<Item> listNewest(String partition, String prefix, int most) {
    return client
        .queryPaginator(
            request ->
                request
                    .tableName(name)
                    .consistentRead(true)
                    .scanIndexForward(false)
                    .limit(most)
                    .keyConditionExpression("pk = :pk and begins_with(sk, :prefix)")
                    .expressionAttributeValues(
                        Map.of(
                            ":pk", AttributeValue.fromS(partition),
                            ":prefix", AttributeValue.fromS(prefix))))
        .items()
        .stream()
        .limit(most)
        .map(Table::item)
        .toList();
  }

  /**
   * The last items of a partition whose sort key lies between two, the last one first, with only
   * some of their attributes: for counting many without taking them all along.
   */
  public List<Item> listNewest(
      String partition, String from, String to, int most, List<String> attributes) {
    Map<String, String> names = new LinkedHashMap<>();
    attributes.forEach(attribute -> names.put("#a" + names.size(), attribute));
    return client
        .queryPaginator(
            request ->
                request
                    .tableName(name)
                    .consistentRead(true)
                    .scanIndexForward(false)
                    .limit(most)
                    .projectionExpression("pk, sk, " + String.join(", ", names.keySet()))
                    .expressionAttributeNames(names)
                    .keyConditionExpression("pk = :pk and sk between :from and :to")
                    .expressionAttributeValues(
                        Map.of(
                            ":pk", AttributeValue.fromS(partition),
                            ":from", AttributeValue.fromS(from),
                            ":to", AttributeValue.fromS(to))))
        .items()
        .stream()
        .limit(most)
        .map(Table::item)
        .toList();
  }

  /**
   * Puts a whole item.
   *
   * @throws LostConditionException when the condition does not hold
   */
  public void put(Item item, Condition condition) {
    Expression expression = Expression.of(condition);
    try {
      client.putItem(
          request ->
              request
                  .tableName(name)
                  .item(attributes(item))
                  .conditionExpression(expression.text())
                  .expressionAttributeValues(expression.values()));
    } catch (ConditionalCheckFailedException lost) {
      throw new LostConditionException("Item " + item.key() + " is not as expected", lost);
    }
  }

  /** Removes an item, if there is one. */
  public void delete(Item.Key key) {
    client.deleteItem(request -> request.tableName(name).key(attributes(key)));
  }

  /** Adds to a counter and answers its new value; a missing counter begins at 0. */
  public long add(Item.Key key, String attribute, long amount) {
    return Long.parseLong(
        client
            .updateItem(
                request ->
                    request
                        .tableName(name)
                        .key(attributes(key))
                        .updateExpression("add #counter :amount")
                        .expressionAttributeNames(Map.of("#counter", attribute))
                        .expressionAttributeValues(
                            Map.of(":amount", AttributeValue.fromN(Long.toString(amount))))
                        .returnValues(ReturnValue.UPDATED_NEW))
            .attributes()
            .get(attribute)
            .n());
  }

  /**
   * Makes all writes or none.
   *
   * @param writes at most 100, no two of one item
   * @throws LostConditionException when a condition does not hold or another transaction is in the
   *     way
   */
  public void transact(List<Write> writes) {
    try {
      client.transactWriteItems(
          request ->
              request.transactItems(
                  writes.stream().map(write -> Expression.transactItem(name, write)).toList()));
    } catch (TransactionCanceledException cancelled) {
      if (cancelled.cancellationReasons().stream()
          .anyMatch(
              reason ->
                  "ConditionalCheckFailed".equals(reason.code())
                      || "TransactionConflict".equals(reason.code()))) {
        throw new LostConditionException("An item of the transaction has changed", cancelled);
      }
      throw cancelled;
    }
  }

  static Map<String, AttributeValue> attributes(Item.Key key) {
    return Map.of(
        PARTITION, AttributeValue.fromS(key.partition()), SORT, AttributeValue.fromS(key.sort()));
  }

  static Map<String, AttributeValue> attributes(Item item) {
    Map<String, AttributeValue> all = new LinkedHashMap<>(attributes(item.key()));
    all.putAll(item.attributes());
    return all;
  }

  private static Item item(Map<String, AttributeValue> found) {
    Map<String, AttributeValue> rest = new LinkedHashMap<>(found);
    Item.Key key = new Item.Key(rest.remove(PARTITION).s(), rest.remove(SORT).s());
    return new Item(key, rest);
  }
}
