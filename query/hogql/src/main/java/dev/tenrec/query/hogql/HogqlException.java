package dev.tenrec.query.hogql;

import static java.util.Objects.requireNonNull;

import dev.tenrec.query.hogql.ast.Span;

/** Something is wrong with a query that its author can cure. The message says how. */
public final class HogqlException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** What kind of mistake it is. */
  public enum Code {
    SYNTAX,
    UNKNOWN_TABLE,
    UNKNOWN_FIELD,
    UNKNOWN_FUNCTION,
    WRONG_ARGUMENTS,
    WRONG_TYPE,
    UNRESOLVED_PLACEHOLDER,
    INVALID_QUERY,
    NOT_SUPPORTED,
    TOO_LARGE
  }

  private final Code code;
  private final transient Span span;

  public HogqlException(Code code, String message, Span span) {
    super(requireNonNull(message, "message is null"));
    this.code = requireNonNull(code, "code is null");
    this.span = requireNonNull(span, "span is null");
  }

  public Code code() {
    return code;
  }

  /** Where in the text. */
  public Span span() {
    return span;
  }
}
