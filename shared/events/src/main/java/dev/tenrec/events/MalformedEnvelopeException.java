package dev.tenrec.events;

/** Bytes that are not an envelope; the message says what is wrong and where. */
public final class MalformedEnvelopeException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public MalformedEnvelopeException(String message) {
    super(message);
  }

  public MalformedEnvelopeException(String message, Throwable cause) {
    super(message, cause);
  }
}
