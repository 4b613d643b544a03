package dev.tenrec.recordings;

import static java.util.Objects.requireNonNull;

import dev.tenrec.stores.batches.BatchTable;
import dev.tenrec.stores.batches.ItemGroup;
import dev.tenrec.stores.batches.Outcome;
import dev.tenrec.stores.batches.Pauses;
import dev.tenrec.stores.batches.StoreUnavailableException;
import dev.tenrec.stores.table.Condition;
import dev.tenrec.stores.table.Item;
import dev.tenrec.stores.table.LostConditionException;
import dev.tenrec.stores.table.Table;
import dev.tenrec.stores.table.Write;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Recordings in the table {@code sessions}. Each is forgotten some days after its last change. */
public final class DynamoDbRecordingStore implements RecordingStore {
  private static final int CHANGES_TOGETHER = 100;

  private final Table table;
  private final BatchTable batches;
  private final Duration kept;

  /**
   * @param kept how long after its last change a recording is kept
   */
  public DynamoDbRecordingStore(DynamoDbClient client, String table, Duration kept) {
    this.table = new Table(client, table);
    this.batches = new BatchTable(client, table, CHANGES_TOGETHER, Pauses.system());
    this.kept = requireNonNull(kept, "kept is null");
  }

  @Override
  public Map<RecordingKey, StoredRecording> read(Collection<RecordingKey> keys) {
    Map<Item.Key, Item> items = batches.read(keys.stream().map(RecordingItems::key).toList());
    Map<RecordingKey, StoredRecording> found = new HashMap<>();
    for (RecordingKey key : keys) {
      Optional.ofNullable(items.get(RecordingItems.key(key)))
          .ifPresent(item -> found.put(key, RecordingItems.stored(key, item)));
    }
    return found;
  }

  @Override
  public List<Block> blocks(RecordingKey key) {
    return answered(() -> table.list(RecordingItems.partition(key), RecordingItems.BLOCK)).stream()
        .map(RecordingItems::block)
        .toList();
  }

  @Override
  public List<Block> blocks(RecordingKey key, int first, int last) {
    List<Item.Key> wanted =
        IntStream.rangeClosed(first, last)
            .mapToObj(number -> RecordingItems.key(key, number))
            .toList();
    Map<Item.Key, Item> found = batches.read(wanted);
    return wanted.stream()
        .map(found::get)
        .filter(Objects::nonNull)
        .map(RecordingItems::block)
        .toList();
  }

  @Override
  public List<Recording> list(long project, LocalDate first, LocalDate last) {
    List<Recording> found = new ArrayList<>();
    for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
      String partition = RecordingItems.partition(project, day);
      for (Item item : answered(() -> table.list(partition, RecordingItems.SESSION))) {
        found.add(
            RecordingItems.recording(
                new RecordingKey(
                    project, item.key().sort().substring(RecordingItems.SESSION.length())),
                item));
      }
    }
    return found;
  }

  @Override
  public List<Outcome> write(List<RecordingChange> changes) {
    return batches.write(changes.stream().map(this::group).toList());
  }

  private ItemGroup group(RecordingChange change) {
    Recording after = change.after();
    Instant end = after.updatedAt().plus(kept);
    Condition expected =
        after.version() == 1 ? Condition.absent() : Condition.version(after.version() - 1);
    Stream<Write.Put> blocks =
        change.blocks().stream()
            .map(block -> put(RecordingItems.item(after.key(), block).expiring(end)));
    return new ItemGroup(
        Stream.concat(
                Stream.of(
                    new Write.Put(RecordingItems.item(after).expiring(end), expected),
                    put(RecordingItems.listItem(after).expiring(end))),
                blocks)
            .toList());
  }

  private static Write.Put put(Item item) {
    return new Write.Put(item, Condition.none());
  }

  @Override
  public Optional<DeletedRecording> delete(Recording before, Instant at) {
    DeletedRecording deleted =
        new DeletedRecording(before.key(), before.version() + 1, before.listedAt(), at);
    Item item = RecordingItems.item(deleted).expiring(at.plus(kept));
    try {
      return answered(
          () -> {
            table.transact(
                List.of(
                    new Write.Put(item, Condition.version(before.version())),
                    new Write.Delete(RecordingItems.listKey(before), Condition.none())));
            return Optional.of(deleted);
          });
    } catch (LostConditionException changed) {
      return Optional.empty();
    }
  }

  @Override
  public void forget(RecordingKey key, int block) {
    answered(
        () -> {
          table.delete(RecordingItems.key(key, block));
          return true;
        });
  }

  private <T> T answered(Supplier<T> call) {
    try {
      return call.get();
    } catch (SdkException failure) {
      throw new StoreUnavailableException("Table " + table.name() + " did not answer", failure);
    }
  }
}
