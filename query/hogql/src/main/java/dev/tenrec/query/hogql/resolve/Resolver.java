package dev.tenrec.query.hogql.resolve;

import dev.tenrec.query.hogql.HogqlException;
import dev.tenrec.query.hogql.HogqlException.Code;
import dev.tenrec.query.hogql.ast.Query;
import dev.tenrec.query.hogql.ast.Span;
import dev.tenrec.query.hogql.function.QueryContext;
import dev.tenrec.query.hogql.plan.Plan;

/**
 * Makes a plan of a query: finds what its names mean, gives everything a type, and puts the project
 * into every scan. What cannot be resolved is a {@link HogqlException} with its position.
 */
public final class Resolver {
  private Resolver() {}

  /** The plan of a query whose placeholders have been replaced. */
  public static Plan resolve(Query query, QueryContext context) {
    try {
      Resolution resolution = new Resolution(context);
      Resolved resolved = resolution.queries().resolve(query, Commons.NONE);
      return new Plan(
          context.project(),
          context.zone(),
          TimePruning.prune(resolved.relation()),
          resolved.columns().stream()
              .map(
                  column ->
                      new Plan.Column(
                          column.name(), column.symbol().type(), column.symbol().nullable()))
              .toList());
    } catch (StackOverflowError tooDeep) {
      throw new HogqlException(
          Code.TOO_LARGE, "The query is nested too deeply: split it with WITH", Span.NONE);
    }
  }
}
