package dev.tenrec.events.wire;

import java.util.Optional;

/** Ends the decoding of a request; becomes a {@link CaptureRefusal}. */
final class RefusedException extends Exception {
  private static final long serialVersionUID = 1;

  private final int status;
  private final String reason;

  RefusedException(int status, String reason, String message) {
    super(message, null, false, false);
    this.status = status;
    this.reason = reason;
  }

  CaptureRefusal refusal(Optional<String> token, String payload) {
    return new CaptureRefusal(status, reason, getMessage(), token, payload);
  }
}
