package dev.tenrec.recordings;

import static java.util.Objects.requireNonNull;

/**
 * A recording that somebody deleted: what still comes in of it is dropped.
 *
 * @param key which recording
 * @param version counts its changes
 */
public record DeletedRecording(RecordingKey key, long version) implements StoredRecording {
  public DeletedRecording {
    requireNonNull(key, "key is null");
  }
}
