package dev.tenrec.query.hogql.function;

import dev.tenrec.query.hogql.plan.Type;
import dev.tenrec.query.hogql.plan.Type.Scalar;
import dev.tenrec.query.hogql.plan.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Functions of JSON texts. A path is keys and positions, counted from 1. What is not there gives
 * the empty value of the type asked for: an empty text, zero, false.
 */
final class JsonFunctions {
  private JsonFunctions() {}

  static void define(FunctionTable table) {
    table.function(
        "JSONExtractString", arguments -> orEmpty(arguments, Scalar.STRING, new Value.Text("")));
    table.function(
        "JSONExtractInt", arguments -> orEmpty(arguments, Scalar.INTEGER, new Value.Whole(0)));
    table.aliases("JSONExtractInt", "JSONExtractUInt");
    table.function(
        "JSONExtractFloat", arguments -> orEmpty(arguments, Scalar.FLOAT, new Value.Real(0)));
    table.function(
        "JSONExtractBool", arguments -> orEmpty(arguments, Scalar.BOOLEAN, new Value.Truth(false)));
    table.function("JSONExtractRaw", arguments -> raw(arguments, ""));
    table.function(
        "JSONExtractArrayRaw",
        arguments -> at("jsonElements", arguments, new Type.ArrayOf(Scalar.STRING)));
    table.function(
        "JSONExtractKeys", arguments -> at("jsonKeys", arguments, new Type.ArrayOf(Scalar.STRING)));
    table.function("JSONHas", arguments -> at("jsonHas", arguments, Scalar.BOOLEAN));
    table.function("JSONLength", arguments -> at("jsonLength", arguments, Scalar.INTEGER));
    table.aliases("JSONLength", "JSONArrayLength");
    table.function("JSONType", arguments -> at("jsonType", arguments, Scalar.STRING));
    table.function("JSONExtract", JsonFunctions::extract);
    table.function(
        "isValidJSON",
        arguments -> {
          arguments.require(1, 1);
          return Arguments.primitive("isValidJson", Scalar.BOOLEAN, arguments.as(0, Scalar.STRING));
        });
    table.function(
        "toJSONString",
        arguments -> {
          arguments.require(1, 1);
          return Arguments.primitive("toJson", Scalar.STRING, arguments.get(0));
        });
    table.function(
        "JSON_VALUE",
        arguments -> {
          arguments.require(2, 2);
          return new Value.Apply(
              "jsonValue",
              List.of(arguments.as(0, Scalar.STRING), new Value.Text(arguments.text(1))),
              Scalar.STRING,
              true);
        });
  }

  /** The path as the text of a JSON path. */
  private static Value path(Arguments arguments, int end) {
    StringBuilder path = new StringBuilder("$");
    for (int index = 1; index < end; index++) {
      switch (arguments.get(index)) {
        case Value.Text(String key, Type _) -> path.append('.').append(quoted(key));
        case Value.Whole(long position) when position > 0 ->
            path.append('[').append(position - 1).append(']');
        case Value.Whole(long position) when position < 0 ->
            path.append("[#").append(position).append(']');
        default ->
            throw arguments.wrong(
                "needs constant keys or positions from 1 as its path: argument %d is neither"
                    .formatted(index + 1));
      }
    }
    return new Value.Text(path.toString());
  }

  /** A key as it stands in a JSON path. */
  private static String quoted(String key) {
    return '"' + key.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static Value at(String primitive, Arguments arguments, Type type) {
    arguments.require(1, Integer.MAX_VALUE);
    return new Value.Apply(
        primitive,
        List.of(arguments.as(0, Scalar.JSON), path(arguments, arguments.size())),
        type,
        false);
  }

  private static Value orEmpty(Arguments arguments, Scalar type, Value empty) {
    arguments.require(1, Integer.MAX_VALUE);
    return new Value.Coalesce(List.of(scalar(arguments, arguments.size(), type), empty), type);
  }

  private static Value scalar(Arguments arguments, int end, Scalar type) {
    Value text =
        new Value.Apply(
            "jsonText",
            List.of(arguments.as(0, Scalar.JSON), path(arguments, end)),
            Scalar.STRING,
            true);
    return arguments.coercion().to(text, type, arguments.span());
  }

  private static Value raw(Arguments arguments, String empty) {
    arguments.require(1, Integer.MAX_VALUE);
    return new Value.Coalesce(
        List.of(rawAt(arguments, arguments.size()), new Value.Text(empty)), Scalar.STRING);
  }

  private static Value rawAt(Arguments arguments, int end) {
    return new Value.Apply(
        "jsonRaw",
        List.of(arguments.as(0, Scalar.JSON), path(arguments, end)),
        Scalar.STRING,
        true);
  }

  // JSONExtract(json, path..., 'Type')
  private static Value extract(Arguments arguments) {
    arguments.require(2, Integer.MAX_VALUE);
    int last = arguments.size() - 1;
    String name = arguments.text(last).toLowerCase(Locale.ROOT);
    boolean nullable = name.startsWith("nullable(");
    Type type = ConversionFunctions.type(name, arguments.span());
    if (type instanceof Type.ArrayOf(Type element)) {
      Value elements =
          new Value.Apply(
              "jsonTexts",
              List.of(arguments.as(0, Scalar.JSON), path(arguments, last)),
              new Type.ArrayOf(Scalar.STRING),
              false);
      return arguments.coercion().to(elements, new Type.ArrayOf(element), arguments.span());
    }
    Value value = scalar(arguments, last, (Scalar) type);
    if (nullable) {
      return value;
    }
    List<Value> options = new ArrayList<>(List.of(value));
    switch (type) {
      case Scalar scalar when scalar == Scalar.STRING -> options.add(new Value.Text(""));
      case Scalar scalar when scalar == Scalar.INTEGER -> options.add(new Value.Whole(0));
      case Scalar scalar when scalar == Scalar.FLOAT -> options.add(new Value.Real(0));
      case Scalar scalar when scalar == Scalar.BOOLEAN -> options.add(new Value.Truth(false));
      default -> {}
    }
    return options.size() == 1 ? value : new Value.Coalesce(options, type);
  }
}
