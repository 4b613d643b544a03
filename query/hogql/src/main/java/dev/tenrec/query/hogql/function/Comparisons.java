package dev.tenrec.query.hogql.function;

import dev.tenrec.query.hogql.HogqlException;
import dev.tenrec.query.hogql.HogqlException.Code;
import dev.tenrec.query.hogql.ast.Span;
import dev.tenrec.query.hogql.plan.Type;
import dev.tenrec.query.hogql.plan.Type.Scalar;
import dev.tenrec.query.hogql.plan.Value;
import java.util.ArrayList;
import java.util.List;

/** Brings two values to one type and compares them. */
public final class Comparisons {
  private Comparisons() {}

  /** Compares the two arguments. */
  public static Value compare(Value.Comparator comparator, Arguments arguments) {
    return compare(
        comparator, arguments.get(0), arguments.get(1), arguments.context(), arguments.span());
  }

  /** Compares two values. */
  public static Value compare(
      Value.Comparator comparator, Value left, Value right, QueryContext context, Span span) {
    Coercion coercion = new Coercion(context);
    return switch (comparator) {
      case EQUAL -> equal(left, right, context, span);
      case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> {
        Type type = Coercion.comparable(left.type(), right.type(), span);
        yield new Value.Compare(
            comparator, coercion.to(left, type, span), coercion.to(right, type, span));
      }
      case LIKE, ILIKE -> texts(comparator, left, right, coercion, span);
      case REGEX, REGEX_IGNORING_CASE -> {
        RegularExpressions.check(right, span);
        yield texts(comparator, left, right, coercion, span);
      }
    };
  }

  private static Value texts(
      Value.Comparator comparator, Value left, Value right, Coercion coercion, Span span) {
    return new Value.Compare(
        comparator,
        coercion.to(left, Scalar.STRING, span),
        coercion.to(right, Scalar.STRING, span));
  }

  private static Value equal(Value left, Value right, QueryContext context, Span span) {
    if (right.type() == Scalar.NOTHING) {
      return new Value.IsNull(left);
    }
    if (left.type() == Scalar.NOTHING) {
      return new Value.IsNull(right);
    }
    if (left instanceof Value.Tuple(List<Value> lefts)
        && right instanceof Value.Tuple(List<Value> rights)) {
      if (lefts.size() != rights.size()) {
        throw new HogqlException(
            Code.WRONG_TYPE,
            "A tuple of %d cannot equal a tuple of %d".formatted(lefts.size(), rights.size()),
            span);
      }
      List<Value> pairs = new ArrayList<>();
      for (int index = 0; index < lefts.size(); index++) {
        pairs.add(equal(lefts.get(index), rights.get(index), context, span));
      }
      return new Value.And(pairs);
    }
    Coercion coercion = new Coercion(context);
    Type type = Coercion.comparable(left.type(), right.type(), span);
    return new Value.Compare(
        Value.Comparator.EQUAL, coercion.to(left, type, span), coercion.to(right, type, span));
  }

  /** Whether the value is among the options, given as a tuple, an array, or one value. */
  public static Value in(Value value, Value options, Arguments arguments) {
    return switch (options) {
      case Value.Tuple(List<Value> elements) -> among(value, elements, arguments);
      case Value.Elements(List<Value> elements, Type _) -> among(value, elements, arguments);
      case Value any when any.type() instanceof Type.ArrayOf ->
          Functions.all().scalar("has").orElseThrow().apply(arguments.with(List.of(any, value)));
      default -> among(value, List.of(options), arguments);
    };
  }

  private static Value among(Value value, List<Value> elements, Arguments arguments) {
    Span span = arguments.span();
    if (value instanceof Value.Tuple) {
      return new Value.Or(
          elements.stream()
              .map(element -> equal(value, element, arguments.context(), span))
              .toList());
    }
    List<Value> present =
        elements.stream().filter(element -> element.type() != Scalar.NOTHING).toList();
    Value test = new Value.Truth(false);
    if (!present.isEmpty()) {
      Type type = Scalar.NOTHING;
      for (Value element : present) {
        type =
            type == Scalar.NOTHING
                ? Coercion.comparable(value.type(), element.type(), span)
                : Coercion.common(type, Coercion.comparable(value.type(), element.type(), span))
                    .orElse(Scalar.STRING);
      }
      Type common = type;
      Coercion coercion = arguments.coercion();
      test =
          new Value.InList(
              coercion.to(value, common, span),
              present.stream().map(element -> coercion.to(element, common, span)).toList());
    }
    return present.size() == elements.size()
        ? test
        : new Value.Or(List.of(test, new Value.IsNull(value)));
  }
}
