package dev.tenrec.lake.pipeline;

import static dev.tenrec.lake.pipeline.Items.number;
import static dev.tenrec.lake.pipeline.Items.text;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** The state in DynamoDB. Safe for use by several threads and processes. */
public final class DynamoDbPipelineState implements PipelineState {
  /** No stream keeps records longer than a year. */
  private static final Duration CHECKPOINT_LIFE = Duration.ofDays(400);

  private static final int BATCH = 25;

  private final DynamoDbClient client;
  private final String table;
  private final InstantSource clock;

  /**
   * The state in a table.
   *
   * @param table the table's name, {@code PIPELINE_TABLE}
   */
  public DynamoDbPipelineState(DynamoDbClient client, String table, InstantSource clock) {
    this.client = client;
    this.table = table;
    this.clock = clock;
  }

  @Override
  public Optional<String> checkpoint(Shard shard) {
    return get(shardKey(shard)).map(item -> item.get("sequence").s());
  }

  @Override
  public boolean advance(
      Shard shard, Optional<String> from, String to, List<Registration> registrations) {
    List<TransactWriteItem> writes = new ArrayList<>();
    writes.add(TransactWriteItem.builder().put(checkpoint(shard, from, to)).build());
    for (Registration registration : registrations) {
      writes.add(
          TransactWriteItem.builder()
              .put(
                  put ->
                      put.tableName(table)
                          .item(Items.of(registration))
                          .conditionExpression("attribute_not_exists(pk)"))
              .build());
    }
    try {
      client.transactWriteItems(request -> request.transactItems(writes));
      return true;
    } catch (TransactionCanceledException e) {
      if (e.cancellationReasons().stream().anyMatch(DynamoDbPipelineState::somebodyWasFaster)) {
        return false;
      }
      throw e;
    }
  }

  private static boolean somebodyWasFaster(
      software.amazon.awssdk.services.dynamodb.model.CancellationReason reason) {
    return "ConditionalCheckFailed".equals(reason.code())
        || "TransactionConflict".equals(reason.code());
  }

  private Put checkpoint(Shard shard, Optional<String> from, String to) {
    Map<String, AttributeValue> item = new HashMap<>(shardKey(shard));
    item.put("sequence", text(to));
    item.put("expires_at", number(clock.instant().plus(CHECKPOINT_LIFE).getEpochSecond()));
    Put.Builder put = Put.builder().tableName(table).item(item);
    if (from.isEmpty()) {
      return put.conditionExpression("attribute_not_exists(pk)").build();
    }
    return put.conditionExpression("#sequence = :from")
        .expressionAttributeNames(Map.of("#sequence", "sequence"))
        .expressionAttributeValues(Map.of(":from", text(from.get())))
        .build();
  }

  @Override
  public List<Registration> pending(String tableName, int limit) {
    QueryRequest query =
        QueryRequest.builder()
            .tableName(table)
            .keyConditionExpression("pk = :pk")
            .expressionAttributeValues(Map.of(":pk", text(Items.pendingKey(tableName))))
            .consistentRead(true)
            .limit(limit)
            .build();
    return client.queryPaginator(query).items().stream()
        .limit(limit)
        .map(Items::registration)
        .toList();
  }

  @Override
  public void remove(List<Registration> registrations) {
    for (int i = 0; i < registrations.size(); i += BATCH) {
      List<WriteRequest> deletes =
          registrations.subList(i, Math.min(i + BATCH, registrations.size())).stream()
              .map(Items::keyOf)
              .map(key -> WriteRequest.builder().deleteRequest(it -> it.key(key)).build())
              .toList();
      Map<String, List<WriteRequest>> left = Map.of(table, deletes);
      while (!left.isEmpty()) {
        Map<String, List<WriteRequest>> now = left;
        left = client.batchWriteItem(request -> request.requestItems(now)).unprocessedItems();
      }
    }
  }

  @Override
  public Optional<Lease> acquire(String name, Duration duration) {
    Instant now = clock.instant();
    Instant expiresAt = now.plus(duration);
    try {
      UpdateItemResponse taken =
          client.updateItem(
              request ->
                  request
                      .tableName(table)
                      .key(key("lease", name))
                      .updateExpression("SET lease_end = :end ADD lease_token :one")
                      .conditionExpression("attribute_not_exists(pk) OR lease_end <= :now")
                      .expressionAttributeValues(
                          Map.of(
                              ":end", number(expiresAt.toEpochMilli()),
                              ":now", number(now.toEpochMilli()),
                              ":one", number(1)))
                      .returnValues(ReturnValue.ALL_NEW));
      long token = Long.parseLong(taken.attributes().get("lease_token").n());
      return Optional.of(new Lease(name, token, Instant.ofEpochMilli(expiresAt.toEpochMilli())));
    } catch (ConditionalCheckFailedException e) {
      return Optional.empty();
    }
  }

  @Override
  public Optional<Lease> renew(Lease lease, Duration duration) {
    long end = clock.instant().plus(duration).toEpochMilli();
    return moveEnd(lease, end)
        ? Optional.of(new Lease(lease.name(), lease.token(), Instant.ofEpochMilli(end)))
        : Optional.empty();
  }

  @Override
  public void release(Lease lease) {
    // It may have expired, and somebody else holds it now.
    moveEnd(lease, 0);
  }

  private boolean moveEnd(Lease lease, long end) {
    try {
      client.updateItem(
          request ->
              request
                  .tableName(table)
                  .key(key("lease", lease.name()))
                  .updateExpression("SET lease_end = :end")
                  .conditionExpression("lease_token = :token")
                  .expressionAttributeValues(
                      Map.of(":end", number(end), ":token", number(lease.token()))));
      return true;
    } catch (ConditionalCheckFailedException e) {
      return false;
    }
  }

  @Override
  public Optional<String> note(String name) {
    return get(key("note", name)).map(item -> item.get("text").s());
  }

  @Override
  public void note(String name, String text) {
    Map<String, AttributeValue> item = new HashMap<>(key("note", name));
    item.put("text", text(text));
    client.putItem(request -> request.tableName(table).item(item));
  }

  private Optional<Map<String, AttributeValue>> get(Map<String, AttributeValue> key) {
    Map<String, AttributeValue> item =
        client.getItem(request -> request.tableName(table).key(key).consistentRead(true)).item();
    return item.isEmpty() ? Optional.empty() : Optional.of(item);
  }

  private static Map<String, AttributeValue> shardKey(Shard shard) {
    return key("shard#" + shard.stream(), shard.id());
  }

  private static Map<String, AttributeValue> key(String partition, String sort) {
    return Items.key(partition, sort);
  }
}
