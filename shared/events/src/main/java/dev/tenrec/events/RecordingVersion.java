package dev.tenrec.events;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;

/**
 * A session's recording as of one change, summed up. The highest version of a session is the
 * recording; a row of the lake's {@code session_replay_events} table.
 *
 * @param sessionId the session
 * @param version 1 for a new recording, greater by one at every change
 * @param deleted whether somebody deleted the recording; the rest then means nothing
 * @param distinctId who was recorded
 * @param start the earliest event by the client's clock
 * @param end the latest event by the client's clock
 * @param urls the pages in the order they were first seen
 * @param counts how much of what there was
 * @param source {@code web} or {@code mobile}
 * @param library the SDK's name
 * @param retentionDays how many days after its last change the recording is kept
 * @param receivedAt when its first piece came in, the same in all versions
 * @param updatedAt when this change was made
 */
public record RecordingVersion(
    String sessionId,
    long version,
    boolean deleted,
    String distinctId,
    Instant start,
    Instant end,
    List<String> urls,
    Counts counts,
    String source,
    String library,
    int retentionDays,
    Instant receivedAt,
    Instant updatedAt) {
  public RecordingVersion {
    requireNonNull(distinctId, "distinctId is null");
    requireNonNull(start, "start is null");
    requireNonNull(end, "end is null");
    requireNonNull(counts, "counts is null");
    requireNonNull(source, "source is null");
    requireNonNull(library, "library is null");
    requireNonNull(receivedAt, "receivedAt is null");
    requireNonNull(updatedAt, "updatedAt is null");
    urls = List.copyOf(urls);
    if (sessionId.isEmpty()) {
      throw new IllegalArgumentException("sessionId is empty: a recording belongs to a session");
    }
    if (version < 1) {
      throw new IllegalArgumentException("version is " + version + ": versions begin at 1");
    }
  }

  /** The version that says a recording is gone. */
  public static RecordingVersion deleted(
      String sessionId, long version, Instant receivedAt, Instant at) {
    return new RecordingVersion(
        sessionId,
        version,
        true,
        "",
        receivedAt,
        receivedAt,
        List.of(),
        Counts.NONE,
        "",
        "",
        0,
        receivedAt,
        at);
  }

  /**
   * How much of what there was.
   *
   * @param activeMilliseconds how long somebody was active
   * @param size bytes of the events as lines
   * @param events rrweb events
   * @param messages requests that carried them
   */
  public record Counts(
      long clicks,
      long keypresses,
      long mouseActivity,
      long activeMilliseconds,
      long consoleLogs,
      long consoleWarns,
      long consoleErrors,
      long size,
      long events,
      long messages) {
    static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
  }
}
