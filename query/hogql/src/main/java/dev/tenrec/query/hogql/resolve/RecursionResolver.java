package dev.tenrec.query.hogql.resolve;

import dev.tenrec.query.hogql.HogqlException;
import dev.tenrec.query.hogql.HogqlException.Code;
import dev.tenrec.query.hogql.ast.Query;
import dev.tenrec.query.hogql.ast.Span;
import dev.tenrec.query.hogql.plan.Relation;
import dev.tenrec.query.hogql.plan.Type;
import java.util.List;
import java.util.Optional;

/** Resolves a WITH RECURSIVE table: a start, UNION, and a step that reads the rows so far. */
final class RecursionResolver {
  private final Resolution resolution;

  RecursionResolver(Resolution resolution) {
    this.resolution = resolution;
  }

  Resolved resolve(Query.Common.CommonTable table, Commons visible) {
    if (!(table.query()
        instanceof Query.Combined(Span span, Query first, List<Query.Member> others))) {
      // A table of WITH RECURSIVE need not be recursive itself.
      return SourceResolver.renamed(
          resolution.queries().resolve(table.query(), visible), table.columns(), table.span());
    }
    Query.SetOperator operator = others.getFirst().operator();
    boolean union =
        operator == Query.SetOperator.UNION_ALL || operator == Query.SetOperator.UNION_DISTINCT;
    if (others.size() != 1 || !union) {
      throw new HogqlException(
          Code.NOT_SUPPORTED, "A recursive table is one query, UNION ALL, and one step", span);
    }
    Resolved start =
        SourceResolver.renamed(
            resolution.queries().resolve(first, visible), table.columns(), table.span());
    String shared =
        "shared_" + resolution.symbols().make(table.name(), Type.Scalar.NOTHING, true).id();
    Commons inside =
        visible.with(table.name(), new Commons.Definition.OfRecursion(shared, start.columns()));
    Resolved step = resolution.queries().resolve(others.getFirst().query(), inside);
    if (step.columns().size() != start.columns().size()) {
      throw new HogqlException(
          Code.INVALID_QUERY,
          "The step of a recursive table needs as many columns as its start",
          span);
    }
    List<Type> types = start.columns().stream().map(column -> column.symbol().type()).toList();
    Relation converted = resolution.queries().convert(step, types, span).relation();
    Relation.Shared recursion =
        new Relation.Shared(
            shared,
            start.relation(),
            Optional.of(
                new Relation.Recursion(converted, operator == Query.SetOperator.UNION_DISTINCT)));
    List<Resolved.Column> columns =
        start.columns().stream()
            .map(
                column ->
                    new Resolved.Column(
                        column.name(),
                        column.shortName(),
                        resolution.symbols().make(column.name(), column.symbol().type(), true)))
            .toList();
    return new Resolved(
        new Relation.With(
            List.of(recursion),
            new Relation.SharedScan(
                shared, columns.stream().map(Resolved.Column::symbol).toList())),
        columns);
  }
}
