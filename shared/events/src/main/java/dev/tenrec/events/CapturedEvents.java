package dev.tenrec.events;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;

/**
 * Events of one request and one distinct id, as captured.
 *
 * @param project the project the token belongs to
 * @param distinctId the distinct id all events share
 * @param receivedAt when capture accepted the request
 * @param ip the client's address, empty when unknown
 * @param historical whether the sender marked the batch as a migration of old data
 * @param events at least one, in the order sent
 */
public record CapturedEvents(
    long project,
    String distinctId,
    Instant receivedAt,
    String ip,
    boolean historical,
    List<CapturedEvent> events)
    implements Envelope {
  public CapturedEvents {
    requireNonNull(distinctId, "distinctId is null");
    requireNonNull(receivedAt, "receivedAt is null");
    requireNonNull(ip, "ip is null: use an empty string for an unknown address");
    events = List.copyOf(events);
    if (events.isEmpty()) {
      throw new IllegalArgumentException("events is empty: an envelope carries at least one event");
    }
    for (CapturedEvent event : events) {
      if (!event.distinctId().equals(distinctId)) {
        throw new IllegalArgumentException(
            "events holds distinct id \""
                + event.distinctId()
                + "\" beside \""
                + distinctId
                + "\": put them into two envelopes");
      }
    }
  }

  @Override
  public Stage stage() {
    return Stage.CAPTURED;
  }

  @Override
  public Kind kind() {
    return Kind.EVENTS;
  }

  @Override
  public String partitionKey() {
    return project + ":" + distinctId;
  }
}
