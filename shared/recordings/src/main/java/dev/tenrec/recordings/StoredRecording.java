package dev.tenrec.recordings;

import dev.tenrec.events.RecordingVersion;
import java.time.Duration;

/** What the index says of a session. */
public sealed interface StoredRecording permits Recording, DeletedRecording {
  /** Which recording. */
  RecordingKey key();

  /** Counts its changes, from 1; every write expects the version it replaces. */
  long version();

  /**
   * What the lake is to know of it.
   *
   * @param kept how long after its last change a recording is kept
   */
  RecordingVersion published(Duration kept);
}
