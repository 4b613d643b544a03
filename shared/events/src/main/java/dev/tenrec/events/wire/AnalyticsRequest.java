package dev.tenrec.events.wire;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A request of the newer capture endpoint, {@code /i/v1/analytics/events}, which says in headers
 * what the older ones say in many places.
 *
 * @param headers one value a name; look-ups ignore case
 * @param body the raw bytes
 * @param receivedAt when the server received it
 */
public record AnalyticsRequest(Map<String, String> headers, byte[] body, Instant receivedAt) {
  public AnalyticsRequest {
    requireNonNull(body, "body is null");
    requireNonNull(receivedAt, "receivedAt is null");
    TreeMap<String, String> byLowerCase = new TreeMap<>();
    headers.forEach((name, value) -> byLowerCase.put(name.toLowerCase(Locale.ROOT), value));
    headers = byLowerCase;
  }

  /** The header of that name, unless it is missing or blank. */
  Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)))
        .map(String::strip)
        .filter(value -> !value.isEmpty());
  }
}
