package dev.tenrec.recordings;

/** What the index says of a session. */
public sealed interface StoredRecording permits Recording, DeletedRecording {
  /** Which recording. */
  RecordingKey key();

  /** Counts its changes, from 1; every write expects the version it replaces. */
  long version();
}
