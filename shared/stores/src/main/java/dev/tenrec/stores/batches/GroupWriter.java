package dev.tenrec.stores.batches;

import dev.tenrec.stores.table.Write;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/**
 * Packs groups into transactions and sorts out why one was cancelled: a group that lost does not
 * take the others of its transaction with it, they are tried again without it.
 */
final class GroupWriter {
  private static final long BYTES_PER_TRANSACTION = 3_500_000;

  private final DynamoDbClient client;
  private final String table;
  private final int itemsPerTransaction;
  private final Pauses pauses;

  GroupWriter(DynamoDbClient client, String table, int itemsPerTransaction, Pauses pauses) {
    if (itemsPerTransaction < 1 || itemsPerTransaction > ItemGroup.LIMIT) {
      throw new IllegalArgumentException(
          "itemsPerTransaction is %d: a transaction takes 1 to %d"
              .formatted(itemsPerTransaction, ItemGroup.LIMIT));
    }
    this.client = client;
    this.table = table;
    this.itemsPerTransaction = itemsPerTransaction;
    this.pauses = pauses;
  }

  List<Outcome> write(List<ItemGroup> groups) {
    Outcome[] outcomes = new Outcome[groups.size()];
    Deque<List<Integer>> open = pack(groups);
    for (int attempt = 0; !open.isEmpty(); ) {
      pauses.before(attempt, "others are writing the same items of " + table);
      List<Integer> together = open.pop();
      List<Integer> again = writeTogether(groups, together, outcomes);
      if (again.isEmpty()) {
        attempt = 0;
      } else if (again.size() < together.size()) {
        open.push(again);
        attempt = 0;
      } else {
        // All of them were in somebody's way: alone, each has the least to wait for.
        attempt++;
        again.reversed().forEach(group -> open.push(List.of(group)));
      }
    }
    return Arrays.asList(outcomes);
  }

  private Deque<List<Integer>> pack(List<ItemGroup> groups) {
    Deque<List<Integer>> packed = new ArrayDeque<>();
    int items = 0;
    long bytes = 0;
    for (int index = 0; index < groups.size(); index++) {
      ItemGroup group = groups.get(index);
      items += group.puts().size();
      bytes += group.bytes();
      if (packed.isEmpty() || items > itemsPerTransaction || bytes > BYTES_PER_TRANSACTION) {
        packed.add(new ArrayList<>());
        items = group.puts().size();
        bytes = group.bytes();
      }
      packed.getLast().add(index);
    }
    return packed;
  }

  /** Settles those it can and answers those that must be tried again. */
  private List<Integer> writeTogether(
      List<ItemGroup> groups, List<Integer> together, Outcome[] outcomes) {
    List<Write.Put> puts =
        together.stream().flatMap(group -> groups.get(group).puts().stream()).toList();
    try {
      send(puts);
      together.forEach(group -> outcomes[group] = Outcome.WRITTEN);
      return List.of();
    } catch (ConditionalCheckFailedException lost) {
      outcomes[together.getFirst()] = Outcome.LOST;
      return List.of();
    } catch (TransactionCanceledException cancelled) {
      return settle(groups, together, cancelled.cancellationReasons(), outcomes);
    } catch (TransactionConflictException conflict) {
      return together;
    } catch (DynamoDbException answer) {
      if (!isValidation(answer)) {
        throw new StoreUnavailableException("Table " + table + " was not written", answer);
      }
      if (together.size() > 1) {
        return together;
      }
      outcomes[together.getFirst()] = Outcome.REFUSED;
      return List.of();
    } catch (SdkException failure) {
      throw new StoreUnavailableException("Table " + table + " was not written", failure);
    }
  }

  private List<Integer> settle(
      List<ItemGroup> groups,
      List<Integer> together,
      List<CancellationReason> reasons,
      Outcome[] outcomes) {
    List<Integer> again = new ArrayList<>();
    int next = 0;
    for (int group : together) {
      int end = next + groups.get(group).puts().size();
      List<String> codes =
          reasons.subList(next, end).stream().map(CancellationReason::code).toList();
      next = end;
      if (codes.contains("ConditionalCheckFailed")) {
        outcomes[group] = Outcome.LOST;
      } else if (codes.contains("ValidationError")
          || codes.contains("ItemCollectionSizeLimitExceeded")) {
        outcomes[group] = Outcome.REFUSED;
      } else {
        again.add(group);
      }
    }
    return again;
  }

  private void send(List<Write.Put> puts) {
    if (puts.size() == 1) {
      Write.Put put = puts.getFirst();
      ConditionText condition = ConditionText.of(put.condition());
      client.putItem(
          request ->
              request
                  .tableName(table)
                  .item(Attributes.of(put.item()))
                  .conditionExpression(condition.text())
                  .expressionAttributeValues(condition.values()));
    } else {
      client.transactWriteItems(
          request -> request.transactItems(puts.stream().map(this::transactItem).toList()));
    }
  }

  private TransactWriteItem transactItem(Write.Put put) {
    ConditionText condition = ConditionText.of(put.condition());
    return TransactWriteItem.builder()
        .put(
            request ->
                request
                    .tableName(table)
                    .item(Attributes.of(put.item()))
                    .conditionExpression(condition.text())
                    .expressionAttributeValues(condition.values()))
        .build();
  }

  private static boolean isValidation(DynamoDbException answer) {
    return answer.awsErrorDetails() != null
        && "ValidationException".equals(answer.awsErrorDetails().errorCode());
  }
}
