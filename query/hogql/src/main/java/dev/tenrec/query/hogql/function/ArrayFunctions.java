package dev.tenrec.query.hogql.function;

import dev.tenrec.query.hogql.plan.Symbol;
import dev.tenrec.query.hogql.plan.Type;
import dev.tenrec.query.hogql.plan.Type.Scalar;
import dev.tenrec.query.hogql.plan.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Functions of arrays, with and without a lambda. Positions count from 1. */
final class ArrayFunctions {
  private ArrayFunctions() {}

  static void define(FunctionTable table) {
    table.primitives(
        """
        arrayConcat([A]...) -> [A]
        arrayElement([A], Integer) -> A?
        has([A], A) -> Boolean
        hasAll([A], [A]) -> Boolean
        hasAny([A], [A]) -> Boolean
        indexOf([A], A) -> Integer
        countEqual([A], A) -> Integer
        arrayEnumerate([A]) -> [Integer]
        arrayPopBack([A]) -> [A]
        arrayPopFront([A]) -> [A]
        arrayPushBack([A], A) -> [A]
        arrayPushFront([A], A) -> [A]
        arraySlice([A], Integer, Integer?) -> [A]
        arrayUniq([A]) -> Integer
        arrayDistinct([A]) -> [A]
        arrayIntersect([A], [A]) -> [A]
        arrayReverse([A]) -> [A]
        arrayFlatten([[A]]) -> [A]
        arrayCompact([A]) -> [A]
        arrayCumSum([Float]) -> [Float]
        arrayDifference([Float]) -> [Float]
        arrayProduct([Float]) -> Float
        arrayWithConstant(Integer, A) -> [A]
        arrayStringConcat([String], String?) -> String
        range(Integer, Integer?, Integer?) -> [Integer]
        generateSeries(Integer, Integer, Integer?) -> [Integer]
        """);
    table.aliases("has", "arrayContains");
    table.function(
        "array",
        arguments -> {
          List<Value> elements =
              arguments.coercion().toCommon(arguments.values(), arguments.span());
          Type element = Coercion.common(arguments.values(), arguments.span());
          return new Value.Elements(elements, new Type.ArrayOf(element));
        });
    sized(table, "length", "arrayLength", "textBytes", Scalar.INTEGER);
    sized(table, "empty", "arrayEmpty", "textEmpty", Scalar.BOOLEAN);
    sized(table, "notEmpty", "arrayNotEmpty", "textNotEmpty", Scalar.BOOLEAN);
    sized(table, "reverse", "arrayReverse", "reverseUTF8", Scalar.STRING);
    table.aliases("length", "OCTET_LENGTH");
    table.function("arrayZip", arguments -> zip(arguments, arguments.values()));
    Map<String, String> lambdas =
        Map.of(
            "arrayMap", "listMap",
            "arrayFilter", "listFilter",
            "arrayExists", "listExists",
            "arrayAll", "listAll",
            "arrayFirst", "listFirst",
            "arrayLast", "listLast",
            "arrayFirstIndex", "listFirstIndex",
            "arrayLastIndex", "listLastIndex");
    lambdas.forEach(
        (name, primitive) -> table.function(name, arguments -> withLambda(primitive, arguments)));
    table.function("arrayCount", arguments -> optionalLambda("listCount", arguments));
    for (String name : List.of("arraySum", "arrayAvg", "arrayMin", "arrayMax")) {
      table.function(
          name, arguments -> optionalLambda("list" + name.substring("array".length()), arguments));
    }
    table.function("arraySort", arguments -> sort("listSort", arguments));
    table.function("arrayReverseSort", arguments -> sort("listReverseSort", arguments));
    table.function("arrayFold", ArrayFunctions::fold);
  }

  private static void sized(
      FunctionTable table, String name, String ofArray, String ofText, Type type) {
    table.function(
        name,
        arguments -> {
          arguments.require(1, 1);
          boolean array = arguments.get(0).type() instanceof Type.ArrayOf;
          Value value = array ? arguments.get(0) : arguments.as(0, Scalar.STRING);
          Type result = array && type == Scalar.STRING ? value.type() : type;
          return Arguments.primitive(array ? ofArray : ofText, result, value);
        });
  }

  private static Value withLambda(String primitive, Arguments arguments) {
    arguments.require(2, Integer.MAX_VALUE);
    if (!(arguments.get(0) instanceof Value.Lambda lambda)) {
      throw arguments.wrong("needs a lambda as argument 1, such as x -> x > 1");
    }
    Value array = arguments.get(1);
    if (lambda.parameters().size() > 1) {
      array = zip(arguments, arguments.from(1));
      lambda = unzipped(arguments, lambda, array);
    }
    arguments.element(1);
    return listFunction(primitive, array, lambda, arguments);
  }

  private static Value listFunction(
      String primitive, Value array, Value.Lambda lambda, Arguments arguments) {
    boolean condition = !primitive.equals("listMap");
    Value.Lambda function =
        condition
            ? new Value.Lambda(
                lambda.parameters(),
                arguments.coercion().to(lambda.body(), Scalar.BOOLEAN, arguments.span()))
            : lambda;
    Type type =
        switch (primitive) {
          case "listMap" -> new Type.ArrayOf(function.body().type());
          case "listExists", "listAll" -> Scalar.BOOLEAN;
          case "listFirst", "listLast" -> ((Type.ArrayOf) array.type()).element();
          case "listFirstIndex", "listLastIndex", "listCount" -> Scalar.INTEGER;
          default -> array.type();
        };
    boolean nullable =
        array.nullable() || primitive.equals("listFirst") || primitive.equals("listLast");
    return new Value.Apply(primitive, List.of(array, function), type, nullable);
  }

  // Without a lambda the elements themselves are counted or summed.
  private static Value optionalLambda(String primitive, Arguments arguments) {
    arguments.require(1, Integer.MAX_VALUE);
    boolean counting = primitive.equals("listCount");
    Value array = arguments.get(0);
    if (arguments.get(0) instanceof Value.Lambda) {
      if (counting) {
        return withLambda(primitive, arguments);
      }
      array = withLambda("listMap", arguments);
    }
    Arguments only = arguments.with(List.of(array));
    Type element = only.element(0);
    if (counting) {
      Value truths = only.as(0, new Type.ArrayOf(Scalar.BOOLEAN));
      return Arguments.primitive("listCountTrue", Scalar.INTEGER, truths);
    }
    boolean summing = primitive.equals("listSum") || primitive.equals("listAvg");
    Type of = summing && !element.isNumeric() ? Scalar.FLOAT : element;
    Type result = primitive.equals("listAvg") ? Scalar.FLOAT : of;
    return new Value.Apply(primitive, List.of(only.as(0, new Type.ArrayOf(of))), result, true);
  }

  private static Value sort(String primitive, Arguments arguments) {
    arguments.require(1, 2);
    if (!(arguments.get(0) instanceof Value.Lambda lambda)) {
      arguments.element(0);
      return Arguments.primitive(primitive, arguments.get(0).type(), arguments.get(0));
    }
    arguments.element(1);
    Value array = arguments.get(1);
    return new Value.Apply(
        primitive + "By", List.of(array, lambda), array.type(), array.nullable());
  }

  private static Value fold(Arguments arguments) {
    arguments.require(3, 3);
    if (!(arguments.get(0) instanceof Value.Lambda lambda) || lambda.parameters().size() != 2) {
      throw arguments.wrong("needs a lambda of two as argument 1, such as (sum, x) -> sum + x");
    }
    arguments.element(1);
    Type type = lambda.parameters().getFirst().type();
    Value body = arguments.coercion().to(lambda.body(), type, arguments.span());
    return new Value.Apply(
        "listFold",
        List.of(
            arguments.get(1), new Value.Lambda(lambda.parameters(), body), arguments.as(2, type)),
        type,
        true);
  }

  private static Value zip(Arguments arguments, List<Value> arrays) {
    List<Type> elements = new ArrayList<>();
    int first = arguments.size() - arrays.size();
    for (int index = 0; index < arrays.size(); index++) {
      elements.add(arguments.element(first + index));
    }
    return Arguments.primitive("arrayZip", new Type.ArrayOf(new Type.TupleOf(elements)), arrays);
  }

  // A lambda of several arrays becomes one of their tuples.
  private static Value.Lambda unzipped(Arguments arguments, Value.Lambda lambda, Value zipped) {
    Type.ArrayOf tuples = (Type.ArrayOf) zipped.type();
    Symbol tuple = arguments.symbols().make("tuple", tuples.element(), false);
    Value body =
        dev.tenrec.query.hogql.plan.Rewrite.replace(
            lambda.body(),
            part ->
                part instanceof Value.Reference(Symbol symbol)
                        && lambda.parameters().contains(symbol)
                    ? java.util.Optional.of(
                        ConversionFunctions.element(
                            new Value.Reference(tuple),
                            lambda.parameters().indexOf(symbol) + 1,
                            arguments.span()))
                    : java.util.Optional.empty());
    return new Value.Lambda(List.of(tuple), body);
  }
}
