package dev.tenrec.events.wire;

import static java.util.Objects.requireNonNull;

import dev.tenrec.events.CapturedEvent;
import java.util.List;

/**
 * The events of a request.
 *
 * @param token the project's token; well formed, which project it belongs to is not known here
 * @param historical whether the sender marked them as a migration of old data
 * @param events in the order sent; none when all of them were of a kind that is not kept
 * @param payload the JSON they were read from
 */
public record CaptureBatch(
    String token, boolean historical, List<CapturedEvent> events, String payload)
    implements CaptureResult {
  public CaptureBatch {
    requireNonNull(token, "token is null");
    requireNonNull(payload, "payload is null");
    events = List.copyOf(events);
  }
}
