package dev.tenrec.query.hogql.ast;

import java.util.List;
import java.util.Optional;

/** Makes an expression anew from its parts. */
record ExpressionRebuild(Rebuild rebuild) {
  Expression parts(Expression expression) {
    Span span = rebuild.places().apply(expression.span());
    return switch (expression) {
      case Expression.Constant(Span _, Literal value) -> new Expression.Constant(span, value);
      case Expression.Field(Span _, List<String> path) -> new Expression.Field(span, path);
      case Expression.Star star -> new Expression.Star(span, star.table(), star.excluded());
      case Expression.ColumnsMatching(Span _, String pattern) ->
          new Expression.ColumnsMatching(span, pattern);
      case Expression.Position(Span _, int index) -> new Expression.Position(span, index);
      case Expression.Call call -> call(call, span);
      case Expression.WindowCall(Span _, Expression.Call call, Window window) ->
          new Expression.WindowCall(
              span, call(call, rebuild.places().apply(call.span())), rebuild.window(window));
      case Expression.Arithmetic(Span _, var operator, Expression left, Expression right) ->
          new Expression.Arithmetic(span, operator, of(left), of(right));
      case Expression.Comparison(Span _, var operator, Expression left, Expression right) ->
          new Expression.Comparison(span, operator, of(left), of(right));
      case Expression.And(Span _, List<Expression> operands) ->
          new Expression.And(span, rebuild.all(operands));
      case Expression.Or(Span _, List<Expression> operands) ->
          new Expression.Or(span, rebuild.all(operands));
      case Expression.Not(Span _, Expression operand) -> new Expression.Not(span, of(operand));
      case Expression.NullTest(Span _, Expression operand, boolean negated) ->
          new Expression.NullTest(span, of(operand), negated);
      case Expression.Between between ->
          new Expression.Between(
              span,
              of(between.operand()),
              of(between.low()),
              of(between.high()),
              between.negated());
      case Expression.Case choice ->
          new Expression.Case(
              span,
              choice.operand().map(this::of),
              choice.branches().stream()
                  .map(branch -> new Expression.Branch(of(branch.when()), of(branch.then())))
                  .toList(),
              choice.otherwise().map(this::of));
      case Expression.Alias(Span _, Expression value, String name) ->
          new Expression.Alias(span, of(value), name);
      case Expression.Lambda(Span _, List<String> parameters, Expression body) ->
          new Expression.Lambda(span, parameters, of(body));
      case Expression.Array(Span _, List<Expression> elements) ->
          new Expression.Array(span, rebuild.all(elements));
      case Expression.Tuple(Span _, List<Expression> elements) ->
          new Expression.Tuple(span, rebuild.all(elements));
      case Expression.Dictionary(Span _, List<Expression.Entry> entries) ->
          new Expression.Dictionary(
              span,
              entries.stream()
                  .map(entry -> new Expression.Entry(of(entry.key()), of(entry.value())))
                  .toList());
      case Expression.Index(Span _, Expression operand, Expression index, boolean nullish) ->
          new Expression.Index(span, of(operand), of(index), nullish);
      case Expression.Slice(Span _, Expression operand, Optional<Expression> from, var to) ->
          new Expression.Slice(span, of(operand), from.map(this::of), to.map(this::of));
      case Expression.TupleElement(Span _, Expression operand, int index, boolean nullish) ->
          new Expression.TupleElement(span, of(operand), index, nullish);
      case Expression.Property(Span _, Expression operand, String name, boolean nullish) ->
          new Expression.Property(span, of(operand), name, nullish);
      // What stands in the braces is the name of a value, not a value.
      case Expression.Placeholder(Span _, Expression name) ->
          new Expression.Placeholder(span, name);
      case Expression.Cast(Span _, Expression operand, String type, boolean lenient) ->
          new Expression.Cast(span, of(operand), type, lenient);
      case Expression.Subquery(Span _, Query query) ->
          new Expression.Subquery(span, rebuild.queries().apply(query));
      case Expression.Exists(Span _, Query query) ->
          new Expression.Exists(span, rebuild.queries().apply(query));
      case Expression.Tag tag ->
          new Expression.Tag(
              span,
              tag.kind(),
              tag.attributes().stream()
                  .map(
                      attribute ->
                          new Expression.Attribute(attribute.name(), of(attribute.value())))
                  .toList(),
              rebuild.all(tag.children()));
    };
  }

  private Expression of(Expression part) {
    return rebuild.expression(part);
  }

  private Expression.Call call(Expression.Call call, Span span) {
    return new Expression.Call(
        span,
        call.name(),
        call.parameters().map(rebuild::all),
        rebuild.all(call.arguments()),
        call.distinct(),
        rebuild.items(call.order()),
        call.withinGroup(),
        call.filter().map(this::of));
  }
}
