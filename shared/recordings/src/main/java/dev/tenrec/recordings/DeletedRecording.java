package dev.tenrec.recordings;

import static java.util.Objects.requireNonNull;

import dev.tenrec.events.RecordingVersion;
import java.time.Duration;
import java.time.Instant;

/**
 * A recording that somebody deleted: what still comes in of it is dropped.
 *
 * @param key which recording
 * @param version counts its changes
 * @param listedAt when its first piece came in
 * @param deletedAt when it was deleted
 */
public record DeletedRecording(RecordingKey key, long version, Instant listedAt, Instant deletedAt)
    implements StoredRecording {
  public DeletedRecording {
    requireNonNull(key, "key is null");
    requireNonNull(listedAt, "listedAt is null");
    requireNonNull(deletedAt, "deletedAt is null");
  }

  @Override
  public RecordingVersion published(Duration kept) {
    return RecordingVersion.deleted(key.session(), version, listedAt, deletedAt);
  }
}
