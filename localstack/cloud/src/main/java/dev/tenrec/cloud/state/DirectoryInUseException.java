package dev.tenrec.cloud.state;

/** Another local cloud runs on the same data directory; the message says which and how to go on. */
public final class DirectoryInUseException extends RuntimeException {
  private static final long serialVersionUID = 1;

  DirectoryInUseException(String message) {
    super(message);
  }
}
