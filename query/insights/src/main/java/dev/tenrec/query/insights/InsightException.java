package dev.tenrec.query.insights;

/** An insight's question cannot be answered as it is put; the message names what and the cure. */
public final class InsightException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public InsightException(String message) {
    super(message);
  }
}
