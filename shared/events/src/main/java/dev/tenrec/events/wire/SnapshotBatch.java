package dev.tenrec.events.wire;

import static java.util.Objects.requireNonNull;

/**
 * A piece of a session's recording, as one request carries it.
 *
 * @param token the project's token; whether a project has it is not known here
 * @param sessionId the session
 * @param windowId the window, the session's id when the SDK named none
 * @param distinctId who was recorded
 * @param source {@code web} when the SDK did not say
 * @param library the SDK's name
 * @param items a JSON array of the rrweb events, as sent; {@code []} when there are none
 * @param payload the whole JSON as it was decoded
 */
public record SnapshotBatch(
    String token,
    String sessionId,
    String windowId,
    String distinctId,
    String source,
    String library,
    String items,
    String payload)
    implements SnapshotResult {
  public SnapshotBatch {
    requireNonNull(token, "token is null");
    requireNonNull(sessionId, "sessionId is null");
    requireNonNull(windowId, "windowId is null");
    requireNonNull(distinctId, "distinctId is null");
    requireNonNull(source, "source is null");
    requireNonNull(library, "library is null");
    requireNonNull(items, "items is null");
    requireNonNull(payload, "payload is null");
  }
}
