package dev.tenrec.query.hogql.function;

import dev.tenrec.query.hogql.HogqlException;
import dev.tenrec.query.hogql.HogqlException.Code;
import dev.tenrec.query.hogql.plan.Type;
import dev.tenrec.query.hogql.plan.Type.Scalar;
import dev.tenrec.query.hogql.plan.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The types of a primitive function, written as {@code substring(String, Integer, Integer?) ->
 * String}.
 *
 * <p>Parameters: a type, {@code Number} for either number, a letter for any type that must be the
 * same wherever the letter stands, {@code [T]} for an array, {@code ?} after an optional one,
 * {@code ...} after one that repeats. Result: the same, with {@code !} when it is never null and
 * {@code ?} when it may always be; otherwise it is null when an argument is.
 */
final class Signature implements ScalarFunction {
  private static final Pattern PATTERN = Pattern.compile("(\\w+)\\((.*)\\) -> (.+?)([!?]?)");

  private final String name;
  private final List<String> parameters;
  private final int required;
  private final boolean repeats;
  private final String result;
  private final String nullRule;

  private Signature(
      String name, List<String> parameters, String result, String nullRule, String text) {
    this.name = name;
    this.result = result;
    this.nullRule = nullRule;
    this.repeats = !parameters.isEmpty() && parameters.getLast().endsWith("...");
    this.required = (int) parameters.stream().filter(one -> !one.endsWith("?")).count();
    this.parameters =
        parameters.stream().map(one -> one.replaceAll("(\\?|\\.\\.\\.)$", "")).toList();
    if (this.parameters.stream().anyMatch(String::isBlank)) {
      throw new IllegalArgumentException("Not a signature: " + text);
    }
  }

  static Signature of(String text) {
    Matcher matcher = PATTERN.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("Not a signature: " + text);
    }
    List<String> parameters =
        matcher.group(2).isEmpty() ? List.of() : Arrays.asList(matcher.group(2).split(", "));
    return new Signature(matcher.group(1), parameters, matcher.group(3), matcher.group(4), text);
  }

  String name() {
    return name;
  }

  @Override
  public Value apply(Arguments arguments) {
    arguments.require(required, repeats ? Integer.MAX_VALUE : parameters.size());
    Map<String, Type> letters = letters(arguments);
    List<Value> values = new ArrayList<>();
    for (int index = 0; index < arguments.size(); index++) {
      values.add(coerce(arguments, index, parameter(index), letters));
    }
    boolean nullable =
        switch (nullRule) {
          case "!" -> false;
          case "?" -> true;
          default -> values.stream().anyMatch(Value::nullable);
        };
    return new Value.Apply(name, values, type(result, letters), nullable);
  }

  private String parameter(int index) {
    return parameters.get(Math.min(index, parameters.size() - 1));
  }

  private Map<String, Type> letters(Arguments arguments) {
    Map<String, Type> letters = new HashMap<>();
    for (int index = 0; index < arguments.size(); index++) {
      String parameter = parameter(index);
      String letter = parameter.replaceAll("[\\[\\]]", "");
      if (isLetter(letter)) {
        Type type = arguments.get(index).type();
        for (int depth = letter.length(); depth < parameter.length(); depth += 2) {
          type = element(type, index, arguments);
        }
        bind(letters, letter, type, arguments);
      }
    }
    return letters;
  }

  private static Type element(Type type, int index, Arguments arguments) {
    return switch (type) {
      case Type.ArrayOf(Type element) -> element;
      case Type nothing when nothing == Scalar.NOTHING -> nothing;
      default ->
          throw arguments.wrong(
              "needs an array as argument %d, not %s"
                  .formatted(index + 1, arguments.get(index).type().label()));
    };
  }

  private static void bind(
      Map<String, Type> letters, String letter, Type type, Arguments arguments) {
    Type bound = letters.getOrDefault(letter, Scalar.NOTHING);
    letters.put(
        letter,
        Coercion.common(bound, type)
            .orElseThrow(
                () ->
                    new HogqlException(
                        Code.WRONG_TYPE,
                        "Function '%s' cannot take %s and %s together"
                            .formatted(arguments.function(), bound.label(), type.label()),
                        arguments.span())));
  }

  private static Value coerce(
      Arguments arguments, int index, String parameter, Map<String, Type> letters) {
    if (parameter.equals("Any")) {
      return arguments.get(index);
    }
    if (parameter.equals("Number")) {
      return arguments.get(index).type().isNumeric()
          ? arguments.get(index)
          : arguments.as(index, Scalar.FLOAT);
    }
    return arguments.as(index, type(parameter, letters));
  }

  private static boolean isLetter(String text) {
    return text.length() == 1 && Character.isUpperCase(text.charAt(0));
  }

  private static Type type(String text, Map<String, Type> letters) {
    if (text.startsWith("[")) {
      return new Type.ArrayOf(type(text.substring(1, text.length() - 1), letters));
    }
    if (isLetter(text)) {
      return letters.getOrDefault(text, Scalar.NOTHING);
    }
    return switch (text) {
      case "String" -> Scalar.STRING;
      case "Integer" -> Scalar.INTEGER;
      case "Float" -> Scalar.FLOAT;
      case "Boolean" -> Scalar.BOOLEAN;
      case "Date" -> Scalar.DATE;
      case "DateTime" -> Scalar.DATETIME;
      case "Local" -> Scalar.LOCAL;
      case "Uuid" -> Scalar.UUID;
      case "Json" -> Scalar.JSON;
      default -> throw new IllegalArgumentException("Unknown type in a signature: " + text);
    };
  }
}
