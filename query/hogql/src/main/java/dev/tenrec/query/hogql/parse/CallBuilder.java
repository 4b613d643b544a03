package dev.tenrec.query.hogql.parse;

import dev.tenrec.query.hogql.HogqlException;
import dev.tenrec.query.hogql.HogqlException.Code;
import dev.tenrec.query.hogql.ast.Expression;
import dev.tenrec.query.hogql.ast.SortItem;
import dev.tenrec.query.hogql.ast.Span;
import dev.tenrec.query.hogql.ast.Window;
import dev.tenrec.query.hogql.grammar.HogqlParser.ArgumentsContext;
import dev.tenrec.query.hogql.grammar.HogqlParser.CallContext;
import dev.tenrec.query.hogql.grammar.HogqlParser.CallValueContext;
import java.util.List;
import java.util.Optional;

/** Builds function calls, with all that may stand around their arguments. */
final class CallBuilder {
  private final Spans spans;
  private final Builders builders;

  CallBuilder(Spans spans, Builders builders) {
    this.spans = spans;
    this.builders = builders;
  }

  Expression build(CallValueContext context) {
    Expression.Call call = build(context.call());
    if (context.OVER() == null) {
      return call;
    }
    Window window =
        context.name() == null
            ? builders.clauses().window(context.windowSpecification())
            : new Window.Named(spans.of(context.name()), Words.of(context.name()));
    return new Expression.WindowCall(spans.of(context), call, window);
  }

  private Expression.Call build(CallContext context) {
    boolean parametric = context.RIGHT_PARENTHESIS().size() > parenthesesOfCall(context);
    if (context.sortList().size() > 1) {
      throw new HogqlException(
          Code.SYNTAX,
          "ORDER BY stands either in the parentheses or in WITHIN GROUP, not in both",
          spans.of(context));
    }
    List<SortItem> order =
        context.sortList().isEmpty()
            ? List.of()
            : builders.clauses().sortList(context.sortList().getFirst());
    return new Expression.Call(
        spans.of(context),
        functionName(context),
        parametric
            ? Optional.of(builders.expressions().build(context.parameters))
            : Optional.empty(),
        arguments(context.arguments()),
        context.DISTINCT() != null,
        order,
        context.within != null,
        context.FILTER() == null
            ? Optional.empty()
            : Optional.of(builders.expressions().build(context.expression())));
  }

  private static int parenthesesOfCall(CallContext context) {
    return 1 + (context.WITHIN() == null ? 0 : 1) + (context.FILTER() == null ? 0 : 1);
  }

  private static String functionName(CallContext context) {
    return context.functionName().name() == null
        ? context.functionName().getText()
        : Words.of(context.functionName().name());
  }

  private List<Expression> arguments(ArgumentsContext context) {
    if (context == null) {
      return List.of();
    }
    if (context.query() != null) {
      Span span = spans.of(context.query());
      return List.of(new Expression.Subquery(span, builders.queries().build(context.query())));
    }
    return builders.expressions().build(context.aliasedList());
  }
}
