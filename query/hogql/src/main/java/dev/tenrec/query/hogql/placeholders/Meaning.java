package dev.tenrec.query.hogql.placeholders;

import static java.util.Objects.requireNonNull;

import dev.tenrec.query.hogql.ast.Expression;

/** What a placeholder stands for. */
public sealed interface Meaning {
  /** A value. */
  record Value(Expression expression) implements Meaning {
    public Value {
      requireNonNull(expression, "expression is null");
    }
  }

  /** No bound at all: whatever is compared with it, the comparison holds. */
  record Unbounded() implements Meaning {}
}
