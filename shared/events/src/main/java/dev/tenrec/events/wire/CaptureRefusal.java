package dev.tenrec.events.wire;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Why a request is refused as a whole.
 *
 * @param status the HTTP status: 400, 401 or 413
 * @param reason a code in snake case
 * @param message a sentence for the sender that names the value and the cure
 * @param token the token it came with, where reading got that far and it is well formed
 * @param payload the JSON as far as it was decoded, else an empty string
 */
public record CaptureRefusal(
    int status, String reason, String message, Optional<String> token, String payload)
    implements CaptureResult, SnapshotResult {
  public CaptureRefusal {
    requireNonNull(reason, "reason is null");
    requireNonNull(message, "message is null");
    requireNonNull(token, "token is null");
    requireNonNull(payload, "payload is null");
  }
}
