package dev.tenrec.recordings;

import dev.tenrec.stores.batches.Outcome;
import dev.tenrec.stores.batches.StoreUnavailableException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The index of recordings.
 *
 * <p>Guarantees: a read sees every write that was answered before it; a {@link RecordingChange}
 * happens wholly or not at all, and only if nobody changed the recording meanwhile. Every method
 * throws {@link StoreUnavailableException} when the index cannot be reached now.
 */
public interface RecordingStore {
  /** What is known of those recordings; the answer lacks those nobody has seen. */
  Map<RecordingKey, StoredRecording> read(Collection<RecordingKey> keys);

  /** All blocks of a recording, in order. */
  List<Block> blocks(RecordingKey key);

  /** The blocks of those numbers, both included, that there are; in order. */
  List<Block> blocks(RecordingKey key, int first, int last);

  /**
   * The recordings that began to come in on those days (UTC), both included; deleted ones are not
   * among them.
   */
  List<Recording> list(long project, LocalDate first, LocalDate last);

  /**
   * Makes the changes.
   *
   * @param changes no two of one recording
   * @return what became of each, in order
   */
  List<Outcome> write(List<RecordingChange> changes);

  /**
   * Takes a recording out of lists and refuses what still comes in of it. Its blocks stay until
   * {@link #forget}.
   *
   * @return what is left of it; empty when somebody changed it meanwhile
   */
  Optional<DeletedRecording> delete(Recording before, Instant at);

  /** Removes a block from the index. */
  void forget(RecordingKey key, int block);
}
