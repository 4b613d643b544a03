package dev.tenrec.events.wire;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Why a request of the newer endpoint is refused as a whole.
 *
 * @param status the HTTP status: 400, 401, 413 or 415
 * @param error a code in snake case
 * @param description a sentence for the sender
 * @param token the token it came with, where it is well formed
 * @param payload the JSON as far as it was decoded, else an empty string
 */
public record AnalyticsRefusal(
    int status, String error, String description, Optional<String> token, String payload)
    implements AnalyticsResult {
  public AnalyticsRefusal {
    requireNonNull(error, "error is null");
    requireNonNull(description, "description is null");
    requireNonNull(token, "token is null");
    requireNonNull(payload, "payload is null");
  }
}
