package dev.tenrec.query.hogql.function;

import dev.tenrec.query.hogql.HogqlException;
import dev.tenrec.query.hogql.HogqlException.Code;
import dev.tenrec.query.hogql.ast.Span;
import dev.tenrec.query.hogql.plan.Type;
import dev.tenrec.query.hogql.plan.Type.Scalar;
import dev.tenrec.query.hogql.plan.Value;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Makes values of one type into values of another where the query does not say so itself.
 *
 * <p>Properties are texts; so a text next to a number, a time or a truth is read as one, and is
 * null when it is none. A constant text that cannot be read is an error of the query.
 */
public final class Coercion {
  private final QueryContext context;

  public Coercion(QueryContext context) {
    this.context = context;
  }

  /** The value as {@code target}. */
  public Value to(Value value, Type target, Span span) {
    Type from = value.type();
    if (from.equals(target)) {
      return value;
    }
    if (from == Scalar.NOTHING) {
      return new Value.Missing(target);
    }
    if (target instanceof Type.ArrayOf(Type element)) {
      return toArray(value, element, span);
    }
    if (!(target instanceof Scalar scalar)) {
      throw cannot(from, target, span);
    }
    return switch (scalar) {
      case STRING -> toText(value);
      case UUID -> from.isTextual() ? retyped(value, scalar) : toText(value);
      // Only valid JSON stays: an engine fails on anything else.
      case JSON -> new Value.Convert(toText(value), Scalar.JSON);
      case INTEGER, FLOAT -> toNumber(value, scalar, span);
      case BOOLEAN -> toTruth(value, span);
      case DATE -> toDay(value, span);
      case DATETIME -> toMoment(value, span);
      case LOCAL -> toLocal(value, span);
      case INTERVAL, NOTHING -> throw cannot(from, target, span);
    };
  }

  /** The type in which two values can be compared. */
  public static Type comparable(Type left, Type right, Span span) {
    if (left.equals(right)) {
      return left;
    }
    // A text next to anything else is read as that.
    if (left == Scalar.STRING || left == Scalar.JSON) {
      return right;
    }
    if (right == Scalar.STRING || right == Scalar.JSON) {
      return left;
    }
    return common(left, right)
        .orElseThrow(
            () ->
                new HogqlException(
                    Code.WRONG_TYPE,
                    "%s cannot be compared with %s: convert one of them"
                        .formatted(left.label(), right.label()),
                    span));
  }

  /** The type that holds values of both, if there is one. */
  public static Optional<Type> common(Type left, Type right) {
    if (left.equals(right) || right == Scalar.NOTHING) {
      return Optional.of(left);
    }
    if (left == Scalar.NOTHING) {
      return Optional.of(right);
    }
    if (left.isNumeric() && right.isNumeric()) {
      return Optional.of(Scalar.FLOAT);
    }
    if (left.isTemporal() && right.isTemporal()) {
      return Optional.of(Scalar.DATETIME);
    }
    if (left instanceof Type.ArrayOf(Type a) && right instanceof Type.ArrayOf(Type b)) {
      return common(a, b).map(Type.ArrayOf::new);
    }
    if (left instanceof Type.TupleOf(List<Type> a)
        && right instanceof Type.TupleOf(List<Type> b)
        && a.size() == b.size()) {
      return Optional.empty();
    }
    boolean booleanAndNumber =
        (left == Scalar.BOOLEAN && right.isNumeric())
            || (right == Scalar.BOOLEAN && left.isNumeric());
    if (booleanAndNumber) {
      return Optional.of(left == Scalar.BOOLEAN ? right : left);
    }
    if (left.isTextual() || right.isTextual()) {
      return left instanceof Scalar && right instanceof Scalar
          ? Optional.of(Scalar.STRING)
          : Optional.empty();
    }
    return Optional.empty();
  }

  /** The type that holds all of them; texts hold anything that has no parts. */
  public static Type common(List<Value> values, Span span) {
    Type type = Scalar.NOTHING;
    for (Value value : values) {
      Type before = type;
      type =
          common(before, value.type())
              .orElseThrow(
                  () ->
                      new HogqlException(
                          Code.WRONG_TYPE,
                          "%s and %s have no common type: convert one of them"
                              .formatted(before.label(), value.type().label()),
                          span));
    }
    return type;
  }

  /** All of them as their common type. */
  public List<Value> toCommon(List<Value> values, Span span) {
    Type type = common(values, span);
    return values.stream().map(value -> to(value, type, span)).toList();
  }

  private Value toText(Value value) {
    return switch (value) {
      case Value.Text(String text, Type _) -> new Value.Text(text);
      case Value.Whole(long number) -> new Value.Text(Long.toString(number));
      case Value.Truth(boolean truth) -> new Value.Text(Boolean.toString(truth));
      case Value.Day(LocalDate day) -> new Value.Text(day.toString());
      case Value any when any.type() == Scalar.DATETIME ->
          new Value.Convert(new Value.Local(any, zoneOf(any)), Scalar.STRING);
      default -> new Value.Convert(value, Scalar.STRING);
    };
  }

  private static Value retyped(Value value, Type type) {
    return value instanceof Value.Text(String text, Type _)
        ? new Value.Text(text, type)
        : new Value.Convert(value, type);
  }

  private static Value toNumber(Value value, Scalar target, Span span) {
    if (value instanceof Value.Whole(long number) && target == Scalar.FLOAT) {
      return new Value.Real(number);
    }
    if (value instanceof Value.Text(String text, Type _)) {
      return constantNumber(text, target, span);
    }
    if (value.type().isNumeric() || value.type().isTextual() || value.type() == Scalar.BOOLEAN) {
      return new Value.Convert(value, target);
    }
    throw cannot(value.type(), target, span);
  }

  private static Value constantNumber(String text, Scalar target, Span span) {
    try {
      double number = Double.parseDouble(text.strip());
      return target == Scalar.FLOAT ? new Value.Real(number) : new Value.Whole((long) number);
    } catch (NumberFormatException none) {
      throw new HogqlException(
          Code.WRONG_TYPE, "'" + text + "' is no number: write one, or compare texts", span);
    }
  }

  private static Value toTruth(Value value, Span span) {
    if (value instanceof Value.Text(String text, Type _)) {
      return switch (text.toLowerCase(java.util.Locale.ROOT)) {
        case "true", "1" -> new Value.Truth(true);
        case "false", "0" -> new Value.Truth(false);
        default ->
            throw new HogqlException(
                Code.WRONG_TYPE, "'" + text + "' is neither true nor false", span);
      };
    }
    if (value instanceof Value.Whole(long number)) {
      return new Value.Truth(number != 0);
    }
    if (value.type().isNumeric() || value.type().isTextual()) {
      return new Value.Convert(value, Scalar.BOOLEAN);
    }
    throw cannot(value.type(), Scalar.BOOLEAN, span);
  }

  private Value toDay(Value value, Span span) {
    if (value instanceof Value.Text(String text, Type _)) {
      return new Value.Day(
          DateText.day(text)
              .orElseThrow(
                  () ->
                      new HogqlException(
                          Code.WRONG_TYPE,
                          "'" + text + "' is no date: write it as '2026-01-31'",
                          span)));
    }
    if (value.type().isTextual()) {
      return new Value.Convert(value, Scalar.DATE);
    }
    return ConstantDates.fold(new Value.Convert(toLocal(value, span), Scalar.DATE));
  }

  private Value toMoment(Value value, Span span) {
    if (value instanceof Value.Text(String text, Type _)) {
      return new Value.Moment(
          DateText.moment(text, context.zone())
              .orElseThrow(
                  () ->
                      new HogqlException(
                          Code.WRONG_TYPE,
                          "'" + text + "' is no time: write it as '2026-01-31 18:30:00'",
                          span)));
    }
    if (value.type().isTextual()) {
      return read(value, context.zone());
    }
    if (value.type() == Scalar.DATE) {
      Value midnight = ConstantDates.fold(new Value.Convert(value, Scalar.LOCAL));
      return ConstantDates.fold(new Value.Universal(midnight, context.zone()));
    }
    if (value.type() == Scalar.LOCAL) {
      return ConstantDates.fold(new Value.Universal(value, context.zone()));
    }
    if (value instanceof Value.Whole(long seconds)) {
      return new Value.Moment(Instant.ofEpochSecond(seconds));
    }
    if (value.type().isNumeric()) {
      return new Value.Apply(
          "fromUnixSeconds",
          List.of(to(value, Scalar.FLOAT, span)),
          Scalar.DATETIME,
          value.nullable());
    }
    throw cannot(value.type(), Scalar.DATETIME, span);
  }

  /** A text as a point in time; without an offset it is meant in {@code zone}. */
  static Value read(Value text, ZoneId zone) {
    Value hasOffset =
        new Value.Compare(
            Value.Comparator.REGEX, text, new Value.Text("(Z|z|[+-]\\d\\d(:?\\d\\d)?)\\s*$"));
    return new Value.Choose(
        List.of(new Value.Branch(hasOffset, new Value.Convert(text, Scalar.DATETIME))),
        new Value.Universal(new Value.Convert(text, Scalar.LOCAL), zone),
        Scalar.DATETIME);
  }

  private Value toLocal(Value value, Span span) {
    if (value.type() == Scalar.DATE) {
      return ConstantDates.fold(new Value.Convert(value, Scalar.LOCAL));
    }
    Value moment = toMomentUnlessOne(value, span);
    return ConstantDates.fold(new Value.Local(moment, zoneOf(moment)));
  }

  private Value toMomentUnlessOne(Value value, Span span) {
    return value.type() == Scalar.DATETIME ? value : toMoment(value, span);
  }

  /** The zone in which a point in time is meant. */
  ZoneId zoneOf(Value value) {
    return value instanceof Value.InZone(Value _, ZoneId zone) ? zone : context.zone();
  }

  private static Value toArray(Value value, Type element, Span span) {
    if (value.type() instanceof Type.ArrayOf(Type own)) {
      boolean convertible =
          own == Scalar.NOTHING
              || (own instanceof Scalar && element instanceof Scalar)
              || common(own, element).isPresent();
      if (convertible) {
        return new Value.Convert(value, new Type.ArrayOf(element));
      }
    }
    throw cannot(value.type(), new Type.ArrayOf(element), span);
  }

  private static HogqlException cannot(Type from, Type to, Span span) {
    return new HogqlException(
        Code.WRONG_TYPE, "%s cannot be used as %s".formatted(from.label(), to.label()), span);
  }
}
