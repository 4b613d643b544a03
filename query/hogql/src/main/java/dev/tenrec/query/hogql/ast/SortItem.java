package dev.tenrec.query.hogql.ast;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * One key of an ORDER BY.
 *
 * @param nullsFirst where nulls go, when it was said
 * @param collation its name, when one was given
 * @param fill WITH FILL, when it was given
 */
public record SortItem(
    Span span,
    Expression expression,
    boolean descending,
    Optional<Boolean> nullsFirst,
    Optional<String> collation,
    Optional<Fill> fill)
    implements Node {
  public SortItem {
    requireNonNull(span, "span is null");
    requireNonNull(expression, "expression is null");
  }

  /** A plain key. */
  public static SortItem by(Expression expression, boolean descending) {
    return new SortItem(
        expression.span(),
        expression,
        descending,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** The gaps to fill between the values of a key. */
  public record Fill(
      Optional<Expression> from, Optional<Expression> to, Optional<Expression> step) {}
}
