package dev.tenrec.events;

import java.util.List;

/**
 * Recordings that changed.
 *
 * @param project the project
 * @param recordings the changed recordings, at least one
 */
public record ProcessedRecordings(long project, List<RecordingVersion> recordings)
    implements Envelope {
  public ProcessedRecordings {
    recordings = List.copyOf(recordings);
    if (recordings.isEmpty()) {
      throw new IllegalArgumentException("recordings is empty: nothing changed");
    }
  }

  @Override
  public Stage stage() {
    return Stage.PROCESSED;
  }

  @Override
  public Kind kind() {
    return Kind.RECORDINGS;
  }

  @Override
  public String partitionKey() {
    return project + ":" + recordings.getFirst().sessionId();
  }
}
