package dev.tenrec.streams;

/** The stream did not accept every record in time. Trying again later is safe and expected. */
public final class StreamUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public StreamUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }

  public StreamUnavailableException(String message) {
    super(message);
  }
}
