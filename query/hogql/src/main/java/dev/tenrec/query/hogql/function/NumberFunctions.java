package dev.tenrec.query.hogql.function;

import dev.tenrec.query.hogql.plan.Type.Scalar;
import dev.tenrec.query.hogql.plan.Value;
import java.util.List;

/**
 * Functions of numbers. What has no result (a division by zero, the root of a negative number) is
 * null on every engine.
 */
final class NumberFunctions {
  private NumberFunctions() {}

  static void define(FunctionTable table) {
    table.primitives(
        """
        exp(Float) -> Float
        exp2(Float) -> Float
        exp10(Float) -> Float
        log(Float) -> Float?
        log2(Float) -> Float?
        log10(Float) -> Float?
        log1p(Float) -> Float?
        sqrt(Float) -> Float?
        cbrt(Float) -> Float
        sin(Float) -> Float
        cos(Float) -> Float
        tan(Float) -> Float
        asin(Float) -> Float?
        acos(Float) -> Float?
        atan(Float) -> Float
        atan2(Float, Float) -> Float
        sinh(Float) -> Float
        cosh(Float) -> Float
        tanh(Float) -> Float
        degrees(Float) -> Float
        radians(Float) -> Float
        hypot(Float, Float) -> Float
        pow(Float, Float) -> Float
        pi() -> Float
        e() -> Float
        sign(Number) -> Integer
        gcd(Integer, Integer) -> Integer
        lcm(Integer, Integer) -> Integer
        rand() -> Integer
        isNaN(Float) -> Boolean
        isFinite(Float) -> Boolean
        isInfinite(Float) -> Boolean
        bitAnd(Integer, Integer) -> Integer
        bitOr(Integer, Integer) -> Integer
        bitXor(Integer, Integer) -> Integer
        bitNot(Integer) -> Integer
        bitShiftLeft(Integer, Integer) -> Integer
        bitShiftRight(Integer, Integer) -> Integer
        bitCount(Integer) -> Integer
        formatReadableSize(Float) -> String
        """);
    table.aliases("log", "ln");
    table.aliases("pow", "power");
    for (String name : List.of("abs", "negate")) {
      table.function(
          name,
          arguments -> {
            arguments.require(1, 1);
            Value number = number(arguments, 0);
            return Arguments.primitive(name, number.type(), number);
          });
    }
    for (String name : List.of("floor", "ceil", "round", "roundBankers", "trunc")) {
      table.function(name, arguments -> rounded(name, arguments));
    }
    table.aliases("ceil", "ceiling");
    table.aliases("trunc", "truncate");
    table.function("plus", arguments -> arithmetic("plus", arguments));
    table.function("minus", arguments -> arithmetic("minus", arguments));
    table.function("multiply", arguments -> arithmetic("multiply", arguments));
    table.function("divide", arguments -> arithmetic("divide", arguments));
    table.function("modulo", arguments -> arithmetic("modulo", arguments));
    table.aliases("modulo", "mod");
    table.function("positiveModulo", arguments -> arithmetic("positiveModulo", arguments));
    table.function("intDiv", NumberFunctions::wholeQuotient);
    table.function(
        "intDivOrZero",
        arguments ->
            new Value.Coalesce(
                List.of(wholeQuotient(arguments), new Value.Whole(0)), Scalar.INTEGER));
    for (String name : List.of("greatest", "least")) {
      table.function(
          name,
          arguments -> {
            arguments.require(1, Integer.MAX_VALUE);
            List<Value> values =
                arguments.coercion().toCommon(arguments.values(), arguments.span());
            return Arguments.primitive(name, values.getFirst().type(), values);
          });
    }
    table.aliases("greatest", "max2");
    table.aliases("least", "min2");
    table.function(
        "ifNotFinite",
        arguments -> {
          arguments.require(2, 2);
          Value number = arguments.as(0, Scalar.FLOAT);
          return new Value.Choose(
              List.of(
                  new Value.Branch(
                      Arguments.primitive("isFinite", Scalar.BOOLEAN, number), number)),
              arguments.as(1, Scalar.FLOAT),
              Scalar.FLOAT);
        });
  }

  static Value number(Arguments arguments, int index) {
    return arguments.get(index).type().isNumeric()
        ? arguments.get(index)
        : arguments.as(index, Scalar.FLOAT);
  }

  private static Value rounded(String name, Arguments arguments) {
    arguments.require(1, 2);
    Value number = number(arguments, 0);
    Value digits = arguments.size() == 2 ? arguments.as(1, Scalar.INTEGER) : new Value.Whole(0);
    return Arguments.primitive(name, number.type(), number, digits);
  }

  /** The operators + - * / % on numbers. */
  static Value arithmetic(String name, Arguments arguments) {
    arguments.require(2, 2);
    Value left = number(arguments, 0);
    Value right = number(arguments, 1);
    boolean whole = left.type() == Scalar.INTEGER && right.type() == Scalar.INTEGER;
    return switch (name) {
      case "divide" ->
          new Value.Apply(
              name,
              List.of(arguments.as(0, Scalar.FLOAT), arguments.as(1, Scalar.FLOAT)),
              Scalar.FLOAT,
              nullableQuotient(left, right));
      case "modulo", "positiveModulo" ->
          new Value.Apply(
              name,
              List.of(left, right),
              whole ? Scalar.INTEGER : Scalar.FLOAT,
              nullableQuotient(left, right));
      default -> Arguments.primitive(name, whole ? Scalar.INTEGER : Scalar.FLOAT, left, right);
    };
  }

  private static Value wholeQuotient(Arguments arguments) {
    arguments.require(2, 2);
    Value left = number(arguments, 0);
    Value right = number(arguments, 1);
    return new Value.Apply(
        "intDiv", List.of(left, right), Scalar.INTEGER, nullableQuotient(left, right));
  }

  private static boolean nullableQuotient(Value left, Value right) {
    boolean zero =
        switch (right) {
          case Value.Whole(long number) -> number == 0;
          case Value.Real(double number) -> number == 0;
          default -> true;
        };
    return zero || left.nullable();
  }
}
