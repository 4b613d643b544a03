package dev.tenrec.query.hogql.resolve;

import dev.tenrec.query.hogql.HogqlException;
import dev.tenrec.query.hogql.HogqlException.Code;
import dev.tenrec.query.hogql.ast.Query;
import dev.tenrec.query.hogql.ast.Select;
import dev.tenrec.query.hogql.ast.Span;
import dev.tenrec.query.hogql.function.Coercion;
import dev.tenrec.query.hogql.plan.Relation;
import dev.tenrec.query.hogql.plan.Relation.Combination.Operator;
import dev.tenrec.query.hogql.plan.Symbol;
import dev.tenrec.query.hogql.plan.Type;
import dev.tenrec.query.hogql.plan.Value;
import dev.tenrec.query.hogql.print.HogqlPrinter;
import java.util.ArrayList;
import java.util.List;

/** Resolves queries of every kind. */
final class QueryResolver {
  private final Resolution resolution;

  QueryResolver(Resolution resolution) {
    this.resolution = resolution;
  }

  Resolved resolve(Query query, Commons commons) {
    return switch (query) {
      case Select select -> new SelectResolver(resolution, select, commons).resolve();
      case Query.Combined combined -> combine(combined, commons);
      case Query.Open open ->
          throw new HogqlException(
              Code.UNRESOLVED_PLACEHOLDER,
              "The placeholder {%s} has no value: give it one, or take it out"
                  .formatted(HogqlPrinter.print(open.expression())),
              open.span());
      case Query.Tagged tagged ->
          throw new HogqlException(
              Code.NOT_SUPPORTED, "Tags cannot be run as a query: write SELECT", tagged.span());
    };
  }

  private Resolved combine(Query.Combined combined, Commons commons) {
    Commons visible = commons;
    // What the first member defines with WITH, the others see too.
    if (combined.first() instanceof Select first) {
      visible = SelectResolver.define(first, commons);
    }
    Resolved result = resolve(combined.first(), commons);
    for (Query.Member member : combined.others()) {
      result =
          combine(
              operator(member.operator()),
              result,
              last(member.query(), visible),
              member.query().span());
    }
    return result;
  }

  // People expect an order at the end to be the order of all.
  private Resolved last(Query member, Commons visible) {
    try {
      return resolve(member, visible);
    } catch (HogqlException mistake) {
      boolean inOrder =
          member instanceof Select select
              && mistake.code() == Code.UNKNOWN_FIELD
              && select.orderBy().items().stream()
                  .anyMatch(
                      item ->
                          item.span().start() <= mistake.span().start()
                              && mistake.span().end() <= item.span().end()
                              && mistake.span().end() > 0);
      if (!inOrder) {
        throw mistake;
      }
      throw new HogqlException(
          mistake.code(),
          mistake.getMessage()
              + " ORDER BY is of the last query alone: write SELECT * FROM (... UNION ...) ORDER"
              + " BY",
          mistake.span());
    }
  }

  private static Operator operator(Query.SetOperator operator) {
    return switch (operator) {
      case UNION_ALL -> Operator.UNION_ALL;
      case UNION_DISTINCT -> Operator.UNION;
      case INTERSECT, INTERSECT_DISTINCT -> Operator.INTERSECT;
      case EXCEPT, EXCEPT_DISTINCT -> Operator.EXCEPT;
    };
  }

  Resolved combine(Operator operator, Resolved left, Resolved right, Span span) {
    if (left.columns().size() != right.columns().size()) {
      throw new HogqlException(
          Code.INVALID_QUERY,
          "Queries that are combined need the same number of columns, not %d and %d"
              .formatted(left.columns().size(), right.columns().size()),
          span);
    }
    List<Type> types = new ArrayList<>();
    List<Resolved.Column> columns = new ArrayList<>();
    for (int index = 0; index < left.columns().size(); index++) {
      Resolved.Column column = left.columns().get(index);
      Symbol other = right.columns().get(index).symbol();
      Type type = common(column, other, span);
      types.add(type);
      columns.add(
          new Resolved.Column(
              column.name(),
              column.shortName(),
              resolution
                  .symbols()
                  .make(column.name(), type, column.symbol().nullable() || other.nullable())));
    }
    return new Resolved(
        new Relation.Combination(
            operator,
            convert(left, types, span).relation(),
            convert(right, types, span).relation(),
            columns.stream().map(Resolved.Column::symbol).toList()),
        columns);
  }

  private static Type common(Resolved.Column column, Symbol other, Span span) {
    return Coercion.common(column.symbol().type(), other.type())
        .orElseThrow(
            () ->
                new HogqlException(
                    Code.WRONG_TYPE,
                    "Column '%s' is %s in one query and %s in another: convert one of them"
                        .formatted(
                            column.name(), column.symbol().type().label(), other.type().label()),
                    span));
  }

  /** The query with its columns as these types. */
  Resolved convert(Resolved query, List<Type> types, Span span) {
    boolean fits = true;
    for (int index = 0; index < types.size(); index++) {
      fits &= query.columns().get(index).symbol().type().equals(types.get(index));
    }
    if (fits) {
      return query;
    }
    List<Relation.Assignment> assignments = new ArrayList<>();
    List<Resolved.Column> columns = new ArrayList<>();
    for (int index = 0; index < types.size(); index++) {
      Resolved.Column column = query.columns().get(index);
      Value value =
          resolution.coercion().to(new Value.Reference(column.symbol()), types.get(index), span);
      Symbol symbol = resolution.symbols().make(column.name(), value);
      assignments.add(new Relation.Assignment(symbol, value));
      columns.add(new Resolved.Column(column.name(), column.shortName(), symbol));
    }
    return new Resolved(new Relation.Project(query.relation(), assignments), columns);
  }
}
