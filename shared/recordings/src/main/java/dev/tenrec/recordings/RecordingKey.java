package dev.tenrec.recordings;

import static java.util.Objects.requireNonNull;

/**
 * What a recording is called.
 *
 * @param project its project
 * @param session the session that was recorded
 */
public record RecordingKey(long project, String session) {
  public RecordingKey {
    requireNonNull(session, "session is null");
  }
}
