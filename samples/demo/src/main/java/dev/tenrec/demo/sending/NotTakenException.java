package dev.tenrec.demo.sending;

/** The server does not take the events, and asking again is no use; the message says what it is. */
public final class NotTakenException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public NotTakenException(String message) {
    super(message);
  }

  public NotTakenException(String message, Throwable cause) {
    super(message, cause);
  }
}
