package dev.tenrec.query.hogql.parse;

import dev.tenrec.query.hogql.ast.Expression;
import dev.tenrec.query.hogql.ast.Query;
import dev.tenrec.query.hogql.ast.SortItem;
import dev.tenrec.query.hogql.ast.Window;
import dev.tenrec.query.hogql.grammar.HogqlLexer;
import dev.tenrec.query.hogql.grammar.HogqlParser.*;
import java.util.List;
import java.util.Optional;

/** Builds the clauses that have rules of their own: grouping, order, limits, windows. */
final class ClauseBuilder {
  private final Spans spans;
  private final Builders builders;

  ClauseBuilder(Spans spans, Builders builders) {
    this.spans = spans;
    this.builders = builders;
  }

  List<SortItem> sortList(SortListContext context) {
    return context.sortItem().stream().map(this::sortItem).toList();
  }

  SortItem sortItem(SortItemContext context) {
    return new SortItem(
        spans.of(context),
        builders.expressions().build(context.aliased()),
        context.direction() != null && context.direction().DESC() != null,
        Optional.ofNullable(context.nulls).map(word -> word.getType() == HogqlLexer.FIRST),
        Optional.ofNullable(context.STRING()).map(text -> Quoting.unquote(text.getText())),
        Optional.ofNullable(context.fill()).map(this::fill));
  }

  private SortItem.Fill fill(FillContext context) {
    return new SortItem.Fill(optional(context.from), optional(context.to), optional(context.step));
  }

  Query.Order order(SortingContext context) {
    if (context.ALL() != null) {
      boolean descending = context.direction() != null && context.direction().DESC() != null;
      return new Query.Order(List.of(), Optional.of(descending));
    }
    return new Query.Order(sortList(context.sortList()), Optional.empty());
  }

  Query.Grouping grouping(GroupingContext context) {
    return switch (context) {
      case GroupByAllContext _ -> new Query.Grouping.All();
      case GroupByCubeContext cube -> new Query.Grouping.Cube(list(cube.expressionList()));
      case GroupByRollupContext rollup -> new Query.Grouping.Rollup(list(rollup.expressionList()));
      case GroupBySetsContext sets ->
          new Query.Grouping.Sets(sets.groupingSet().stream().map(this::groupingSet).toList());
      case GroupByListContext by -> new Query.Grouping.By(list(by.expressionList()));
      default -> throw ExpressionBuilder.unknown(context);
    };
  }

  private List<Expression> groupingSet(GroupingSetContext context) {
    return context.expression() == null
        ? list(context.expressionList())
        : List.of(builders.expressions().build(context.expression()));
  }

  Query.LimitBy limitBy(LimitByContext context) {
    Expression first = builders.expressions().build(context.expression(0));
    if (context.expression().size() == 1) {
      return new Query.LimitBy(first, Optional.empty(), list(context.expressionList()));
    }
    Expression second = builders.expressions().build(context.expression(1));
    // "LIMIT offset, count" turns the two around.
    return context.COMMA() == null
        ? new Query.LimitBy(first, Optional.of(second), list(context.expressionList()))
        : new Query.LimitBy(second, Optional.of(first), list(context.expressionList()));
  }

  Query.Limit limit(LimitContext context) {
    if (context.LIMIT() == null) {
      return new Query.Limit(Optional.empty(), optional(context.offset), false, false);
    }
    Expression first = builders.expressions().build(context.expression(0));
    boolean percent = context.PERCENT() != null;
    boolean withTies = !context.TIES().isEmpty();
    if (context.second != null) {
      return new Query.Limit(optional(context.second), Optional.of(first), percent, withTies);
    }
    return new Query.Limit(Optional.of(first), optional(context.offset), percent, withTies);
  }

  Query.NamedWindow namedWindow(NamedWindowContext context) {
    return new Query.NamedWindow(Words.of(context.name()), window(context.windowSpecification()));
  }

  Window.Specification window(WindowSpecificationContext context) {
    return new Window.Specification(
        spans.of(context),
        Optional.ofNullable(context.name()).map(Words::of),
        list(context.expressionList()),
        context.sortList() == null ? List.of() : sortList(context.sortList()),
        Optional.ofNullable(context.frame()).map(this::frame));
  }

  private Window.Frame frame(FrameContext context) {
    Window.Unit unit =
        switch (context.frameUnit.getType()) {
          case HogqlLexer.ROWS -> Window.Unit.ROWS;
          case HogqlLexer.RANGE -> Window.Unit.RANGE;
          default -> Window.Unit.GROUPS;
        };
    return context.from == null
        ? new Window.Frame(unit, bound(context.frameBound(0)), new Window.Bound.CurrentRow())
        : new Window.Frame(unit, bound(context.from), bound(context.to));
  }

  private Window.Bound bound(FrameBoundContext context) {
    boolean following = context.FOLLOWING() != null;
    if (context.CURRENT() != null) {
      return new Window.Bound.CurrentRow();
    }
    return context.UNBOUNDED() == null
        ? new Window.Bound.Offset(builders.expressions().build(context.additive()), following)
        : new Window.Bound.Unbounded(following);
  }

  private List<Expression> list(ExpressionListContext context) {
    return builders.expressions().build(context);
  }

  private Optional<Expression> optional(ExpressionContext context) {
    return Optional.ofNullable(context).map(builders.expressions()::build);
  }
}
