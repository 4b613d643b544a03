package dev.tenrec.cloud.filters;

/** A filter is not one that AWS would take; the message shows the place. */
public final class PatternException extends RuntimeException {
  private static final long serialVersionUID = 1;

  PatternException(String message) {
    super(message);
  }
}
