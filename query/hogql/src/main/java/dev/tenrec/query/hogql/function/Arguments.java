package dev.tenrec.query.hogql.function;

import dev.tenrec.query.hogql.HogqlException;
import dev.tenrec.query.hogql.HogqlException.Code;
import dev.tenrec.query.hogql.ast.Span;
import dev.tenrec.query.hogql.plan.Symbols;
import dev.tenrec.query.hogql.plan.Type;
import dev.tenrec.query.hogql.plan.Type.Scalar;
import dev.tenrec.query.hogql.plan.Value;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * The arguments of one call, and what is needed to make a value of them.
 *
 * @param function the name as it was written
 */
public record Arguments(
    String function, List<Value> values, Span span, QueryContext context, Symbols symbols) {
  public Arguments {
    values = List.copyOf(values);
  }

  int size() {
    return values.size();
  }

  Value get(int index) {
    return values.get(index);
  }

  /** The same call with other arguments. */
  Arguments with(List<Value> changed) {
    return new Arguments(function, changed, span, context, symbols);
  }

  Coercion coercion() {
    return new Coercion(context);
  }

  /** One argument as a type. */
  Value as(int index, Type type) {
    return coercion().to(get(index), type, span);
  }

  /** Checks how many there are. */
  void require(int least, int most) {
    if (size() >= least && size() <= most) {
      return;
    }
    String expected =
        least == most
            ? least + (least == 1 ? " argument" : " arguments")
            : most == Integer.MAX_VALUE
                ? "at least " + least + (least == 1 ? " argument" : " arguments")
                : least + " to " + most + " arguments";
    throw new HogqlException(
        Code.WRONG_ARGUMENTS,
        "Function '%s' expects %s, found %d".formatted(function, expected, size()),
        span);
  }

  /** A constant text. */
  String text(int index) {
    if (get(index) instanceof Value.Text(String text, Type _)) {
      return text;
    }
    throw wrong("needs a constant text as argument " + (index + 1));
  }

  /** A constant whole number. */
  long whole(int index) {
    if (get(index) instanceof Value.Whole(long number)) {
      return number;
    }
    throw wrong("needs a constant whole number as argument " + (index + 1));
  }

  /** The element type of an array. */
  Type element(int index) {
    if (get(index).type() instanceof Type.ArrayOf(Type element)) {
      return element;
    }
    if (get(index).type() == Scalar.NOTHING) {
      return Scalar.NOTHING;
    }
    throw wrong(
        "needs an array as argument %d, not %s".formatted(index + 1, get(index).type().label()));
  }

  /** Checks that an argument is an array. */
  public void requireArray(int index) {
    element(index);
  }

  /** A constant time zone. */
  ZoneId zone(int index) {
    String name = text(index);
    try {
      return ZoneId.of(name);
    } catch (DateTimeException unknown) {
      throw wrong("does not know the time zone '" + name + "': write one like 'Europe/Berlin'");
    }
  }

  /** A primitive function of these values; null when any of them is. */
  static Value primitive(String name, Type type, List<Value> values) {
    return new Value.Apply(name, values, type, values.stream().anyMatch(Value::nullable));
  }

  static Value primitive(String name, Type type, Value... values) {
    return primitive(name, type, List.of(values));
  }

  /** The arguments from an index on. */
  List<Value> from(int index) {
    return new ArrayList<>(values.subList(Math.min(index, size()), size()));
  }

  HogqlException wrong(String what) {
    return new HogqlException(Code.WRONG_ARGUMENTS, "Function '" + function + "' " + what, span);
  }
}
