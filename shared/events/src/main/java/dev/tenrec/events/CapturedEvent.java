package dev.tenrec.events;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.UUID;

/**
 * One event as an SDK sent it: decoded, with its id, distinct id and time settled, its properties
 * untouched. Top-level {@code $set}, {@code $set_once} and {@code $unset} have been moved into the
 * properties, where they win over keys of the same name.
 *
 * @param uuid the id that makes a retry recognisable; the server's own (version 7) when the SDK
 *     sent none
 * @param event the name, never empty
 * @param distinctId who did it, 1 to 200 characters
 * @param timestamp when it happened, after the correction for the client's clock
 * @param properties the properties as sent
 */
public record CapturedEvent(
    UUID uuid, String event, String distinctId, Instant timestamp, ObjectNode properties) {
  public CapturedEvent {
    requireNonNull(uuid, "uuid is null");
    requireNonNull(timestamp, "timestamp is null");
    requireNonNull(properties, "properties is null");
    if (event.isEmpty()) {
      throw new IllegalArgumentException("event is empty: an event needs a name");
    }
    if (distinctId.isEmpty()) {
      throw new IllegalArgumentException("distinctId is empty: an event needs a distinct id");
    }
  }
}
