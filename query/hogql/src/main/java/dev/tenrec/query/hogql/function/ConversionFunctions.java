package dev.tenrec.query.hogql.function;

import dev.tenrec.query.hogql.HogqlException;
import dev.tenrec.query.hogql.HogqlException.Code;
import dev.tenrec.query.hogql.ast.Span;
import dev.tenrec.query.hogql.plan.Type;
import dev.tenrec.query.hogql.plan.Type.Scalar;
import dev.tenrec.query.hogql.plan.Value;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Conversions between types: what cannot be read as the type asked for is null. */
public final class ConversionFunctions {
  private static final Pattern ARRAY = Pattern.compile("(?:array\\((.*)\\)|(.*)\\[\\])");
  private static final Map<String, Scalar> TYPES =
      Map.ofEntries(
          Map.entry("string", Scalar.STRING),
          Map.entry("text", Scalar.STRING),
          Map.entry("varchar", Scalar.STRING),
          Map.entry("char", Scalar.STRING),
          Map.entry("int", Scalar.INTEGER),
          Map.entry("integer", Scalar.INTEGER),
          Map.entry("bigint", Scalar.INTEGER),
          Map.entry("smallint", Scalar.INTEGER),
          Map.entry("tinyint", Scalar.INTEGER),
          Map.entry("int8", Scalar.INTEGER),
          Map.entry("int16", Scalar.INTEGER),
          Map.entry("int32", Scalar.INTEGER),
          Map.entry("int64", Scalar.INTEGER),
          Map.entry("uint8", Scalar.INTEGER),
          Map.entry("uint16", Scalar.INTEGER),
          Map.entry("uint32", Scalar.INTEGER),
          Map.entry("uint64", Scalar.INTEGER),
          Map.entry("float", Scalar.FLOAT),
          Map.entry("float32", Scalar.FLOAT),
          Map.entry("float64", Scalar.FLOAT),
          Map.entry("double", Scalar.FLOAT),
          Map.entry("real", Scalar.FLOAT),
          Map.entry("numeric", Scalar.FLOAT),
          Map.entry("decimal", Scalar.FLOAT),
          Map.entry("bool", Scalar.BOOLEAN),
          Map.entry("boolean", Scalar.BOOLEAN),
          Map.entry("date", Scalar.DATE),
          Map.entry("date32", Scalar.DATE),
          Map.entry("datetime", Scalar.DATETIME),
          Map.entry("datetime64", Scalar.DATETIME),
          Map.entry("timestamp", Scalar.DATETIME),
          Map.entry("uuid", Scalar.UUID),
          Map.entry("json", Scalar.JSON));

  private ConversionFunctions() {}

  static void define(FunctionTable table) {
    conversion(table, Scalar.STRING, "toString", "toNullableString");
    conversion(
        table,
        Scalar.INTEGER,
        "toInt",
        "toInteger",
        "_toInt8",
        "_toInt16",
        "_toInt32",
        "_toInt64",
        "_toUInt64",
        "toInt64",
        "toInt32",
        "toUInt64",
        "toUInt32",
        "toIntOrNull");
    conversion(table, Scalar.FLOAT, "toFloat", "toFloat64", "toFloat32", "toFloatOrNull");
    conversion(table, Scalar.BOOLEAN, "toBool", "toBoolean");
    conversion(table, Scalar.UUID, "toUUID", "toUUIDOrNull");
    orElse(table, "toIntOrZero", Scalar.INTEGER, new Value.Whole(0));
    orElse(table, "toFloatOrZero", Scalar.FLOAT, new Value.Real(0));
    orDefault(table, "toIntOrDefault", Scalar.INTEGER);
    orDefault(table, "toFloatOrDefault", Scalar.FLOAT);
    orDefault(table, "toUUIDOrDefault", Scalar.UUID);
    table.function("toDecimal", ConversionFunctions::toDecimal);
    table.function(
        "toTypeName",
        arguments -> {
          arguments.require(1, 1);
          Value value = arguments.get(0);
          return new Value.Text(value.type().label(value.nullable()));
        });
    table.function(
        "tuple",
        arguments -> {
          arguments.require(1, Integer.MAX_VALUE);
          return new Value.Tuple(arguments.values());
        });
    table.function(
        "tupleElement",
        arguments -> {
          arguments.require(2, 2);
          return element(arguments.get(0), (int) arguments.whole(1), arguments.span());
        });
  }

  private static void conversion(FunctionTable table, Scalar type, String name, String... aliases) {
    table.function(
        name,
        arguments -> {
          arguments.require(1, 1);
          return convert(arguments, type);
        });
    table.aliases(name, aliases);
  }

  // What was converted on purpose may fail: it is null then, even for a constant.
  private static Value convert(Arguments arguments, Type type) {
    Value value = arguments.get(0);
    if (value instanceof Value.Text && type != Scalar.STRING) {
      return new Value.Convert(value, type);
    }
    return arguments.as(0, type);
  }

  private static void orElse(FunctionTable table, String name, Scalar type, Value otherwise) {
    table.function(
        name,
        arguments -> {
          arguments.require(1, 1);
          return new Value.Coalesce(List.of(convert(arguments, type), otherwise), type);
        });
  }

  private static void orDefault(FunctionTable table, String name, Scalar type) {
    table.function(
        name,
        arguments -> {
          arguments.require(2, 2);
          return new Value.Coalesce(List.of(convert(arguments, type), arguments.as(1, type)), type);
        });
  }

  private static Value toDecimal(Arguments arguments) {
    arguments.require(1, 2);
    Value number = convert(arguments, Scalar.FLOAT);
    return arguments.size() == 1
        ? number
        : Arguments.primitive("round", Scalar.FLOAT, number, new Value.Whole(arguments.whole(1)));
  }

  /** One element of a tuple, counted from 1. */
  public static Value element(Value tuple, int index, Span span) {
    if (tuple instanceof Value.Tuple(List<Value> elements)
        && index >= 1
        && index <= elements.size()) {
      return elements.get(index - 1);
    }
    if (tuple.type() instanceof Type.TupleOf(List<Type> types)) {
      if (index < 1 || index > types.size()) {
        throw new HogqlException(
            Code.WRONG_ARGUMENTS,
            "The tuple has %d elements, there is no element %d".formatted(types.size(), index),
            span);
      }
      return new Value.Apply(
          "tupleElement", List.of(tuple, new Value.Whole(index)), types.get(index - 1), true);
    }
    throw new HogqlException(
        Code.WRONG_TYPE, "%s is no tuple".formatted(tuple.type().label()), span);
  }

  /** The value cast to the type of that name. */
  public static Value cast(Value value, String typeName, QueryContext context, Span span) {
    Type type = type(typeName, span);
    if (value instanceof Value.Text && type != Scalar.STRING) {
      return type == Scalar.DATETIME
          ? Coercion.read(value, context.zone())
          : new Value.Convert(value, type);
    }
    return new Coercion(context).to(value, type, span);
  }

  /** The type of that name, in lower case; precisions and zones are left aside. */
  public static Type type(String name, Span span) {
    Matcher array = ARRAY.matcher(name);
    if (array.matches()) {
      String element = array.group(1) == null ? array.group(2) : array.group(1);
      return new Type.ArrayOf(type(element, span));
    }
    if (name.startsWith("nullable(") && name.endsWith(")")) {
      return type(name.substring("nullable(".length(), name.length() - 1), span);
    }
    int parenthesis = name.indexOf('(');
    Scalar type = TYPES.get(parenthesis < 0 ? name : name.substring(0, parenthesis));
    if (type == null) {
      throw new HogqlException(
          Code.WRONG_TYPE,
          "Unknown type '%s': use String, Int, Float, Bool, Date, DateTime, UUID or Array(...)"
              .formatted(name),
          span);
    }
    return type;
  }
}
