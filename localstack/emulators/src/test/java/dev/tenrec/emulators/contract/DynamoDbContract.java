package dev.tenrec.emulators.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * What Tenrec relies on in DynamoDB, to be held by every implementation and by the real service.
 */
public abstract class DynamoDbContract {
  private DynamoDbClient client;
  private String table;

  protected abstract DynamoDbClient client();

  /** The name of an empty table with the keys pk and sk. */
  protected abstract String emptyTable();

  @BeforeEach
  void connect() {
    client = client();
    table = emptyTable();
  }

  @AfterEach
  void disconnect() {
    client.close();
  }

  @Test
  void writesOnlyOverTheVersionThatWasRead() {
    put("p", "a", 1);

    assertThatThrownBy(
            () ->
                client.putItem(
                    it ->
                        it.tableName(table)
                            .item(item("p", "a", 3))
                            .conditionExpression("version = :read")
                            .expressionAttributeValues(Map.of(":read", number(2)))
                            .returnValuesOnConditionCheckFailure(
                                ReturnValuesOnConditionCheckFailure.ALL_OLD)))
        .isInstanceOfSatisfying(
            ConditionalCheckFailedException.class,
            e -> assertThat(e.item()).isEqualTo(item("p", "a", 1)));
    assertThatThrownBy(
            () ->
                client.putItem(
                    it ->
                        it.tableName(table)
                            .item(item("p", "a", 3))
                            .conditionExpression("attribute_not_exists(pk)")))
        .isInstanceOf(ConditionalCheckFailedException.class);
    assertThat(get("p", "a")).isEqualTo(item("p", "a", 1));
  }

  @Test
  void addsAndReturnsTheNewValue() {
    for (int expected = 1; expected <= 3; expected++) {
      var answer =
          client.updateItem(
              it ->
                  it.tableName(table)
                      .key(key("p", "counter"))
                      .updateExpression("ADD version :one SET #name = if_not_exists(#name, :name)")
                      .expressionAttributeNames(Map.of("#name", "name"))
                      .expressionAttributeValues(
                          Map.of(":one", number(1), ":name", AttributeValue.fromS("events")))
                      .returnValues(ReturnValue.ALL_NEW));
      assertThat(answer.attributes()).containsEntry("version", number(expected));
    }
  }

  @Test
  void queriesAPartitionInOrderOfTheSortKeyAndInPages() {
    IntStream.range(0, 25).forEach(i -> put("p", "event#%02d".formatted(24 - i), i));
    put("p", "group#1", 0);
    put("other", "event#00", 0);

    QueryResponse first = query(10, Map.of());
    QueryResponse second = query(100, first.lastEvaluatedKey());

    assertThat(first.items()).hasSize(10);
    assertThat(second.items()).hasSize(15);
    assertThat(first.items().getFirst()).containsEntry("sk", AttributeValue.fromS("event#00"));
    assertThat(second.items().getLast()).containsEntry("sk", AttributeValue.fromS("event#24"));
    assertThat(second.hasLastEvaluatedKey() && !second.lastEvaluatedKey().isEmpty()).isFalse();
  }

  @Test
  void writesATransactionWhollyOrNotAtAll() {
    put("p", "a", 1);

    assertThatThrownBy(
            () ->
                client.transactWriteItems(
                    it ->
                        it.transactItems(
                            TransactWriteItem.builder()
                                .put(Put.builder().tableName(table).item(item("p", "b", 1)).build())
                                .build(),
                            TransactWriteItem.builder()
                                .put(
                                    Put.builder()
                                        .tableName(table)
                                        .item(item("p", "a", 9))
                                        .conditionExpression("version = :read")
                                        .expressionAttributeValues(Map.of(":read", number(8)))
                                        .build())
                                .build())))
        .isInstanceOfSatisfying(
            TransactionCanceledException.class,
            e ->
                assertThat(e.cancellationReasons())
                    .extracting(reason -> reason.code())
                    .containsExactly("None", "ConditionalCheckFailed"));
    assertThat(get("p", "b")).isEmpty();

    client.transactWriteItems(
        it ->
            it.transactItems(
                TransactWriteItem.builder()
                    .put(Put.builder().tableName(table).item(item("p", "b", 1)).build())
                    .build(),
                TransactWriteItem.builder()
                    .delete(Delete.builder().tableName(table).key(key("p", "a")).build())
                    .build()));
    assertThat(get("p", "a")).isEmpty();
    assertThat(get("p", "b")).isEqualTo(item("p", "b", 1));
  }

  @Test
  void doesATransactionOfTheSameTokenOnce() {
    for (int attempt = 0; attempt < 2; attempt++) {
      client.transactWriteItems(
          it ->
              it.clientRequestToken("token-1")
                  .transactItems(
                      write ->
                          write.update(
                              update ->
                                  update
                                      .tableName(table)
                                      .key(key("p", "a"))
                                      .updateExpression("ADD version :one")
                                      .expressionAttributeValues(Map.of(":one", number(1))))));
    }
    assertThat(get("p", "a")).containsEntry("version", number(1));
  }

  @Test
  void readsAndWritesInBatches() {
    List<WriteRequest> writes =
        IntStream.range(0, 25)
            .mapToObj(
                i -> WriteRequest.builder().putRequest(it -> it.item(item("p", "" + i, i))).build())
            .toList();

    client.batchWriteItem(it -> it.requestItems(Map.of(table, writes)));
    var read =
        client.batchGetItem(
            it ->
                it.requestItems(
                    Map.of(
                        table,
                        KeysAndAttributes.builder()
                            .keys(IntStream.range(20, 30).mapToObj(i -> key("p", "" + i)).toList())
                            .build())));

    assertThat(read.responses().get(table))
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(20, 25).mapToObj(i -> item("p", "" + i, i)).toList());
  }

  private void put(String pk, String sk, int version) {
    client.putItem(it -> it.tableName(table).item(item(pk, sk, version)));
  }

  private Map<String, AttributeValue> get(String pk, String sk) {
    return client.getItem(it -> it.tableName(table).key(key(pk, sk)).consistentRead(true)).item();
  }

  private QueryResponse query(int limit, Map<String, AttributeValue> start) {
    return client.query(
        it ->
            it.tableName(table)
                .limit(limit)
                .exclusiveStartKey(start.isEmpty() ? null : start)
                .keyConditionExpression("pk = :pk AND begins_with(sk, :prefix)")
                .expressionAttributeValues(
                    Map.of(
                        ":pk", AttributeValue.fromS("p"),
                        ":prefix", AttributeValue.fromS("event#"))));
  }

  private static Map<String, AttributeValue> key(String pk, String sk) {
    return Map.of("pk", AttributeValue.fromS(pk), "sk", AttributeValue.fromS(sk));
  }

  private static Map<String, AttributeValue> item(String pk, String sk, int version) {
    return Map.of(
        "pk", AttributeValue.fromS(pk),
        "sk", AttributeValue.fromS(sk),
        "version", number(version));
  }

  private static AttributeValue number(int value) {
    return AttributeValue.fromN("" + value);
  }
}
