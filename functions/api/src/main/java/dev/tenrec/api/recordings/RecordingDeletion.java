package dev.tenrec.api.recordings;

import dev.tenrec.events.ProcessedRecordings;
import dev.tenrec.http.ApiException;
import dev.tenrec.recordings.Block;
import dev.tenrec.recordings.BlockStore;
import dev.tenrec.recordings.DeletedRecording;
import dev.tenrec.recordings.Recording;
import dev.tenrec.recordings.RecordingKey;
import dev.tenrec.recordings.RecordingStore;
import dev.tenrec.recordings.StoredRecording;
import dev.tenrec.streams.EnvelopeStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Deletes recordings: out of lists first, then out of SQL, then out of the bucket. What was
 * interrupted is finished by deleting it again.
 *
 * @param processed where the lake learns of it
 */
record RecordingDeletion(
    RecordingStore recordings, BlockStore blocks, EnvelopeStream processed, InstantSource clock) {
  private static final int ATTEMPTS = 5;

  /**
   * Deletes a recording.
   *
   * @return whether there was one
   * @throws ApiException 409 when it changes too fast
   */
  boolean delete(RecordingKey key) {
    Optional<StoredRecording> stored = stored(key);
    if (stored.isEmpty()) {
      return false;
    }
    DeletedRecording deleted = tombstone(key, stored.get());
    // Of a deleted recording nothing is kept, so how long it would be is all the same.
    processed.put(
        List.of(new ProcessedRecordings(key.project(), List.of(deleted.published(Duration.ZERO)))));
    for (Block block : recordings.blocks(key)) {
      blocks.erase(block.place());
      recordings.forget(key, block.number());
    }
    return true;
  }

  private DeletedRecording tombstone(RecordingKey key, StoredRecording first) {
    StoredRecording stored = first;
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      switch (stored) {
        case DeletedRecording deleted -> {
          return deleted;
        }
        case Recording recording -> {
          Optional<DeletedRecording> deleted = recordings.delete(recording, clock.instant());
          if (deleted.isPresent()) {
            return deleted.get();
          }
        }
      }
      stored = stored(key).orElse(stored);
    }
    throw ApiException.conflict("The recording is still growing: delete it again in a moment.");
  }

  private Optional<StoredRecording> stored(RecordingKey key) {
    return Optional.ofNullable(recordings.read(List.of(key)).get(key));
  }
}
