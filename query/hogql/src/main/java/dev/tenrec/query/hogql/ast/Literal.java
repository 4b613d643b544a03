package dev.tenrec.query.hogql.ast;

import static java.util.Objects.requireNonNull;

/** A constant as it was written. */
public sealed interface Literal {
  /** A quoted text, unescaped. */
  record Text(String value) implements Literal {
    public Text {
      requireNonNull(value, "value is null");
    }
  }

  /** A whole number that fits into 64 bits. */
  record Whole(long value) implements Literal {}

  /** A number with a fraction, an exponent, or too large for 64 bits; also infinity and NaN. */
  record Real(double value) implements Literal {}

  /** True or false. */
  record Truth(boolean value) implements Literal {}

  /** NULL. */
  record Nothing() implements Literal {}
}
