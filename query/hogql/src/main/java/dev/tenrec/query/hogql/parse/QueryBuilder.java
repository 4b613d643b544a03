package dev.tenrec.query.hogql.parse;

import dev.tenrec.query.hogql.HogqlException;
import dev.tenrec.query.hogql.HogqlException.Code;
import dev.tenrec.query.hogql.ast.Expression;
import dev.tenrec.query.hogql.ast.Query;
import dev.tenrec.query.hogql.ast.Select;
import dev.tenrec.query.hogql.ast.SelectBuilder;
import dev.tenrec.query.hogql.ast.Span;
import dev.tenrec.query.hogql.grammar.HogqlParser.*;
import java.util.ArrayList;
import java.util.List;

/** Builds whole queries. */
final class QueryBuilder {
  private final Spans spans;
  private final Builders builders;

  QueryBuilder(Spans spans, Builders builders) {
    this.spans = spans;
    this.builders = builders;
  }

  Query build(QueryContext context) {
    Query first = build(context.queryTerm(0));
    if (context.setOperator().isEmpty()) {
      return first;
    }
    List<Query.Member> others = new ArrayList<>();
    for (int index = 0; index < context.setOperator().size(); index++) {
      others.add(
          new Query.Member(
              operator(context.setOperator(index)), build(context.queryTerm(index + 1))));
    }
    return new Query.Combined(spans.of(context), first, others);
  }

  private static Query.SetOperator operator(SetOperatorContext context) {
    boolean distinct = context.DISTINCT() != null;
    if (context.UNION() != null) {
      return context.ALL() != null ? Query.SetOperator.UNION_ALL : Query.SetOperator.UNION_DISTINCT;
    }
    if (context.INTERSECT() != null) {
      return distinct ? Query.SetOperator.INTERSECT_DISTINCT : Query.SetOperator.INTERSECT;
    }
    return distinct ? Query.SetOperator.EXCEPT_DISTINCT : Query.SetOperator.EXCEPT;
  }

  private Query build(QueryTermContext context) {
    return switch (context) {
      case PlainTermContext term -> build(term.select());
      case NestedTermContext term -> build(term.query());
      case PlaceholderTermContext term ->
          new Query.Open(
              spans.of(term), builders.values().placeholder(term.placeholder()).expression());
      case TagTermContext term ->
          new Query.Tagged(spans.of(term), builders.tags().build(term.tag()));
      default -> throw ExpressionBuilder.unknown(context);
    };
  }

  private Select build(SelectContext context) {
    Span span = spans.of(context);
    if (context.SETTINGS() != null) {
      throw new HogqlException(
          Code.NOT_SUPPORTED,
          "SETTINGS are not supported: remove the clause",
          spans.of(context.SETTINGS().getSymbol()));
    }
    SelectBuilder select =
        new SelectBuilder(span, context.columnList().column().stream().map(this::build).toList())
            .distinct(context.DISTINCT() != null)
            .with(
                context.RECURSIVE() != null,
                context.commonTable().stream().map(this::build).toList())
            .windows(context.namedWindow().stream().map(builders.clauses()::namedWindow).toList());
    if (context.tableTree() != null) {
      select.from(builders.tables().build(context.tableTree()));
    }
    if (context.arrayJoin() != null) {
      select.arrayJoin(arrayJoin(context.arrayJoin()));
    }
    conditions(context, select);
    if (context.grouping() != null) {
      select.groupBy(grouping(context));
    }
    if (context.sorting() != null) {
      select.orderBy(builders.clauses().order(context.sorting()));
    }
    if (context.limitBy() != null) {
      select.limitBy(builders.clauses().limitBy(context.limitBy()));
    }
    if (context.limit() != null) {
      select.limit(builders.clauses().limit(context.limit()));
    }
    return select.build();
  }

  private void conditions(SelectContext context, SelectBuilder select) {
    if (context.prewhere != null) {
      select.prewhere(builders.expressions().build(context.prewhere));
    }
    if (context.where != null) {
      select.where(builders.expressions().build(context.where));
    }
    if (context.having != null) {
      select.having(builders.expressions().build(context.having));
    }
    if (context.qualify != null) {
      select.qualify(builders.expressions().build(context.qualify));
    }
  }

  // "GROUP BY a, b WITH ROLLUP" says the same as "GROUP BY ROLLUP(a, b)".
  private Query.Grouping grouping(SelectContext context) {
    Query.Grouping grouping = builders.clauses().grouping(context.grouping());
    if (grouping instanceof Query.Grouping.By(List<Expression> keys)) {
      if (context.CUBE() != null) {
        return new Query.Grouping.Cube(keys);
      }
      if (context.ROLLUP() != null) {
        return new Query.Grouping.Rollup(keys);
      }
    }
    return grouping;
  }

  private Expression build(ColumnContext context) {
    Expression expression = builders.expressions().build(context.expression());
    if (context.name() != null) {
      return new Expression.Alias(spans.of(context), expression, Words.of(context.name()));
    }
    if (context.aliasName() != null) {
      return new Expression.Alias(spans.of(context), expression, Words.of(context.aliasName()));
    }
    if (context.STRING() != null) {
      return new Expression.Alias(
          spans.of(context), expression, Quoting.unquote(context.STRING().getText()));
    }
    return expression;
  }

  private Query.Common build(CommonTableContext context) {
    Span span = spans.of(context);
    return switch (context) {
      case TableDefinitionContext table ->
          new Query.Common.CommonTable(
              span,
              Words.of(table.name()),
              table.nameList() == null ? List.of() : Words.of(table.nameList()),
              build(table.query()));
      case ColumnDefinitionContext column ->
          new Query.Common.CommonValue(
              span, Words.of(column.name()), builders.expressions().build(column.expression()));
      default -> throw ExpressionBuilder.unknown(context);
    };
  }

  private Query.ArrayJoin arrayJoin(ArrayJoinContext context) {
    Span span = spans.of(context);
    List<Expression> arrays = builders.expressions().build(context.aliasedList());
    for (Expression array : arrays) {
      if (!(array instanceof Expression.Alias)) {
        throw new HogqlException(
            Code.SYNTAX, "ARRAY JOIN needs a name for each array: add AS name", array.span());
      }
    }
    return new Query.ArrayJoin(span, context.LEFT() != null, arrays);
  }
}
