package dev.tenrec.cloud.filters;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the conditions of a pattern. */
final class ConditionParser {
  private static final Set<String> OPERATORS = Set.of("<", "<=", "=", ">=", ">");

  private ConditionParser() {}

  static Condition parse(JsonNode condition, String at) {
    if (condition.isValueNode()) {
      return new Condition.Equal(condition);
    }
    if (!condition.isObject() || condition.size() != 1) {
      throw unknown(condition, at);
    }
    Map.Entry<String, JsonNode> only = condition.properties().iterator().next();
    JsonNode argument = only.getValue();
    return switch (only.getKey()) {
      case "prefix" -> new Condition.Prefix(text(argument, at), ignoresCase(argument));
      case "suffix" -> new Condition.Suffix(text(argument, at), ignoresCase(argument));
      case "equals-ignore-case" -> new Condition.EqualIgnoringCase(text(argument, at));
      case "wildcard" -> wildcard(text(argument, at));
      case "exists" -> new Condition.Exists(argument.asBoolean());
      case "numeric" -> numeric(argument, at);
      case "anything-but" -> new Condition.Not(unwanted(argument, at));
      default -> throw unknown(condition, at);
    };
  }

  private static List<Condition> unwanted(JsonNode argument, String at) {
    List<Condition> unwanted = new ArrayList<>();
    if (argument.isArray()) {
      argument.forEach(value -> unwanted.add(parse(value, at)));
    } else if (argument.isObject() && argument.size() == 1) {
      Map.Entry<String, JsonNode> only = argument.properties().iterator().next();
      JsonNode values = only.getValue();
      if (values.isArray()) {
        for (JsonNode value : values) {
          unwanted.add(parse(JsonNodeFactory.instance.objectNode().set(only.getKey(), value), at));
        }
      } else {
        unwanted.add(parse(argument, at));
      }
    } else {
      unwanted.add(parse(argument, at));
    }
    return unwanted;
  }

  private static Condition numeric(JsonNode argument, String at) {
    List<Condition.Limit> limits = new ArrayList<>();
    for (int i = 0; i + 1 < argument.size(); i += 2) {
      String operator = argument.get(i).asText();
      if (!OPERATORS.contains(operator) || !argument.get(i + 1).isNumber()) {
        throw unknown(argument, at);
      }
      limits.add(new Condition.Limit(operator, argument.get(i + 1).decimalValue()));
    }
    if (limits.isEmpty() || argument.size() % 2 != 0) {
      throw unknown(argument, at);
    }
    return new Condition.Numeric(limits);
  }

  private static Condition wildcard(String text) {
    return new Condition.Wildcard(
        Pattern.compile(
            Arrays.stream(text.split("\\*", -1))
                .map(Pattern::quote)
                .collect(Collectors.joining(".*")),
            Pattern.DOTALL));
  }

  private static boolean ignoresCase(JsonNode argument) {
    return argument.isObject();
  }

  private static String text(JsonNode argument, String at) {
    JsonNode text = argument.isObject() ? argument.path("equals-ignore-case") : argument;
    if (!text.isTextual()) {
      throw unknown(argument, at);
    }
    return text.asText();
  }

  private static PatternException unknown(JsonNode condition, String at) {
    return new PatternException(
        "The filter condition "
            + condition
            + " at "
            + at
            + " is none of: a value, prefix, suffix, equals-ignore-case, wildcard, exists,"
            + " numeric, anything-but");
  }
}
