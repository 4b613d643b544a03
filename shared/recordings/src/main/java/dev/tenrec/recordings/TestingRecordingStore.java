package dev.tenrec.recordings;

import dev.tenrec.stores.batches.Outcome;
import dev.tenrec.stores.batches.StoreUnavailableException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The index in memory, for tests, with the failures that a real table has. */
public final class TestingRecordingStore implements RecordingStore {
  private final Map<RecordingKey, StoredRecording> recordings = new HashMap<>();
  private final Map<RecordingKey, TreeMap<Integer, Block>> blocks = new HashMap<>();
  private Consumer<RecordingChange> beforeWrite = _ -> {};
  private int callsUntilFailure = -1;
  private int changesBeforeFailure;

  /**
   * Calls succeed that often, then one fails, then they succeed again.
   *
   * @param changesWritten how many changes a failing write has made before it fails
   */
  public synchronized void failAfter(int successfulCalls, int changesWritten) {
    callsUntilFailure = successfulCalls;
    changesBeforeFailure = changesWritten;
  }

  /** Runs before each change is made, as somebody else's write would come in between. */
  public synchronized void beforeEachChange(Consumer<RecordingChange> interruption) {
    beforeWrite = interruption;
  }

  @Override
  public synchronized Map<RecordingKey, StoredRecording> read(Collection<RecordingKey> keys) {
    check();
    Map<RecordingKey, StoredRecording> found = new HashMap<>(recordings);
    found.keySet().retainAll(keys);
    return found;
  }

  @Override
  public synchronized List<Block> blocks(RecordingKey key) {
    check();
    return List.copyOf(blocks.getOrDefault(key, new TreeMap<>()).values());
  }

  @Override
  public synchronized List<Block> blocks(RecordingKey key, int first, int last) {
    check();
    return List.copyOf(
        blocks.getOrDefault(key, new TreeMap<>()).subMap(first, true, last, true).values());
  }

  @Override
  public synchronized List<Recording> list(long project, LocalDate first, LocalDate last) {
    check();
    return recordings.values().stream()
        .filter(stored -> stored.key().project() == project)
        .filter(Recording.class::isInstance)
        .map(Recording.class::cast)
        .filter(
            recording -> {
              LocalDate day = recording.listedAt().atZone(ZoneOffset.UTC).toLocalDate();
              return !day.isBefore(first) && !day.isAfter(last);
            })
        .toList();
  }

  @Override
  public synchronized List<Outcome> write(List<RecordingChange> changes) {
    boolean fails = callsUntilFailure-- == 0;
    List<Outcome> outcomes = new ArrayList<>();
    for (RecordingChange change : changes) {
      if (fails && outcomes.size() == changesBeforeFailure) {
        break;
      }
      beforeWrite.accept(change);
      outcomes.add(write(change));
    }
    if (fails) {
      throw new StoreUnavailableException("The store fails on demand");
    }
    return outcomes;
  }

  private Outcome write(RecordingChange change) {
    RecordingKey key = change.after().key();
    if (version(key) != change.after().version() - 1) {
      return Outcome.LOST;
    }
    recordings.put(key, change.after());
    change
        .blocks()
        .forEach(
            block -> blocks.computeIfAbsent(key, _ -> new TreeMap<>()).put(block.number(), block));
    return Outcome.WRITTEN;
  }

  @Override
  public synchronized Optional<DeletedRecording> delete(Recording before, Instant at) {
    check();
    if (version(before.key()) != before.version()) {
      return Optional.empty();
    }
    DeletedRecording deleted =
        new DeletedRecording(before.key(), before.version() + 1, before.listedAt(), at);
    recordings.put(before.key(), deleted);
    return Optional.of(deleted);
  }

  @Override
  public synchronized void forget(RecordingKey key, int block) {
    check();
    blocks.getOrDefault(key, new TreeMap<>()).remove(block);
  }

  private long version(RecordingKey key) {
    StoredRecording there = recordings.get(key);
    return there == null ? 0 : there.version();
  }

  private void check() {
    if (callsUntilFailure-- == 0) {
      throw new StoreUnavailableException("The store fails on demand");
    }
  }
}
