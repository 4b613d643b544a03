package dev.tenrec.query.insights.dates;

/** A date or an interval cannot be understood; the message names it and shows what can. */
public final class DateException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public DateException(String message) {
    super(message);
  }
}
