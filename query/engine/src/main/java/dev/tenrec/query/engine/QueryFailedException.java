package dev.tenrec.query.engine;

import static java.util.Objects.requireNonNull;

/** A query failed while it ran, through its own fault. The message says what to change. */
public final class QueryFailedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** How it failed. */
  public enum Code {
    TIMEOUT,
    MEMORY,
    VALUE
  }

  private final Code code;

  public QueryFailedException(Code code, String message, Throwable cause) {
    super(requireNonNull(message, "message is null"), cause);
    this.code = requireNonNull(code, "code is null");
  }

  public Code code() {
    return code;
  }
}
