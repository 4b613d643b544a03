package dev.tenrec.events;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A piece of a session's recording, as captured. Its items are kept as the text that the SDK sent:
 * nothing between capture and replay looks into them.
 *
 * @param project the project the token belongs to
 * @param sessionId the session, 1 to 70 letters, digits and hyphens
 * @param windowId the browser window or app screen of the session
 * @param distinctId who was recorded
 * @param receivedAt when capture accepted the request
 * @param source what was recorded: {@code web} or {@code mobile}
 * @param library the SDK's name
 * @param items a JSON array of rrweb events
 */
public record CapturedSnapshots(
    long project,
    String sessionId,
    String windowId,
    String distinctId,
    Instant receivedAt,
    String source,
    String library,
    String items)
    implements Envelope {
  public CapturedSnapshots {
    requireNonNull(windowId, "windowId is null: a session's first window has the session's id");
    requireNonNull(distinctId, "distinctId is null");
    requireNonNull(receivedAt, "receivedAt is null");
    requireNonNull(source, "source is null");
    requireNonNull(library, "library is null");
    requireNonNull(items, "items is null: use [] for none");
    if (sessionId.isEmpty()) {
      throw new IllegalArgumentException("sessionId is empty: a recording belongs to a session");
    }
  }

  @Override
  public Stage stage() {
    return Stage.CAPTURED;
  }

  @Override
  public Kind kind() {
    return Kind.SNAPSHOTS;
  }

  @Override
  public String partitionKey() {
    return project + ":" + sessionId;
  }
}
