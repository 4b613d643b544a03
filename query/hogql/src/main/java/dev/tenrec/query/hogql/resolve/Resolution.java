package dev.tenrec.query.hogql.resolve;

import dev.tenrec.query.hogql.HogqlException;
import dev.tenrec.query.hogql.HogqlException.Code;
import dev.tenrec.query.hogql.ast.Span;
import dev.tenrec.query.hogql.function.Coercion;
import dev.tenrec.query.hogql.function.QueryContext;
import dev.tenrec.query.hogql.plan.Symbols;

/** What all parts of one resolution share. */
final class Resolution {
  // A table of a WITH is resolved anew wherever it is read: this bounds how often.
  private static final int MOST_SELECTS = 1000;

  private final QueryContext context;
  private final Symbols symbols = new Symbols();
  private final Coercion coercion;
  private final QueryResolver queries = new QueryResolver(this);
  private int selects;

  Resolution(QueryContext context) {
    this.context = context;
    this.coercion = new Coercion(context);
  }

  QueryContext context() {
    return context;
  }

  Symbols symbols() {
    return symbols;
  }

  Coercion coercion() {
    return coercion;
  }

  QueryResolver queries() {
    return queries;
  }

  void countSelect(Span span) {
    selects++;
    if (selects > MOST_SELECTS) {
      throw new HogqlException(
          Code.TOO_LARGE,
          "The query reads more than %d subqueries, each WITH counted wherever it is used"
              .formatted(MOST_SELECTS),
          span);
    }
  }
}
