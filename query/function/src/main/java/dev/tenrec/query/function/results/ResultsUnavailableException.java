package dev.tenrec.query.function.results;

/** Results cannot be kept or read now; later they may. */
public final class ResultsUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public ResultsUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
