package dev.tenrec.stores.batches;

import static java.util.Objects.requireNonNull;

import dev.tenrec.stores.table.Item;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/**
 * A DynamoDB table read and written in batches. Reads are strongly consistent, by 100 items a call.
 * Groups of writes happen wholly or not at all; several groups share a transaction where they fit,
 * because a transaction of 100 costs little more time than one write.
 */
public final class BatchTable {
  private static final int READS_PER_CALL = 100;

  private final DynamoDbClient client;
  private final String name;
  private final Pauses pauses;
  private final GroupWriter writer;

  /**
   * @param itemsPerTransaction how many writes of independent groups may share a transaction, 1 to
   *     100; on AWS a write in a transaction costs twice a single one, which 1 avoids
   */
  public BatchTable(DynamoDbClient client, String name, int itemsPerTransaction, Pauses pauses) {
    this.client = requireNonNull(client, "client is null");
    this.name = requireNonNull(name, "name is null");
    this.pauses = requireNonNull(pauses, "pauses is null");
    this.writer = new GroupWriter(client, name, itemsPerTransaction, pauses);
  }

  /**
   * The items of those keys, without those that do not exist.
   *
   * @throws StoreUnavailableException when the table cannot be read now
   */
  public Map<Item.Key, Item> read(Collection<Item.Key> keys) {
    List<Item.Key> open = new ArrayList<>(new LinkedHashSet<>(keys));
    Map<Item.Key, Item> found = new HashMap<>();
    for (int attempt = 0; !open.isEmpty(); ) {
      pauses.before(attempt, open.size() + " items of " + name + " were not read");
      List<Item.Key> call = open.subList(0, Math.min(READS_PER_CALL, open.size()));
      List<Item.Key> unprocessed = readOnce(call, found);
      attempt = unprocessed.size() == call.size() ? attempt + 1 : 0;
      call.clear();
      open.addAll(unprocessed);
    }
    return found;
  }

  private List<Item.Key> readOnce(List<Item.Key> keys, Map<Item.Key, Item> found) {
    KeysAndAttributes wanted =
        KeysAndAttributes.builder()
            .keys(keys.stream().map(Attributes::of).toList())
            .consistentRead(true)
            .build();
    BatchGetItemResponse response;
    try {
      response = client.batchGetItem(request -> request.requestItems(Map.of(name, wanted)));
    } catch (SdkException failure) {
      throw new StoreUnavailableException("Table " + name + " was not read", failure);
    }
    for (Map<String, AttributeValue> attributes :
        response.responses().getOrDefault(name, List.of())) {
      Item item = Attributes.item(attributes);
      found.put(item.key(), item);
    }
    KeysAndAttributes rest = response.unprocessedKeys().get(name);
    return rest == null
        ? List.of()
        : rest.keys().stream().map(key -> Attributes.item(key).key()).toList();
  }

  /**
   * Writes the groups, each wholly or not at all.
   *
   * @param groups no two with the same item
   * @return what became of each group, in order
   * @throws StoreUnavailableException when the table cannot be written now; any group may have been
   *     written
   */
  public List<Outcome> write(List<ItemGroup> groups) {
    return writer.write(groups);
  }
}
