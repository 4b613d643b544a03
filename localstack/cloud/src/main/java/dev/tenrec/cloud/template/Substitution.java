package dev.tenrec.cloud.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code Fn::Sub}: texts with {@code ${Name}}, {@code ${Resource.Attribute}} and {@code ${!raw}}.
 */
final class Substitution {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{(!?)([^}]*)}");

  private final Evaluation evaluation;

  Substitution(Evaluation evaluation) {
    this.evaluation = evaluation;
  }

  Optional<JsonNode> value(JsonNode argument) {
    String pattern = argument.isArray() ? argument.path(0).asText() : argument.asText();
    JsonNode variables = argument.path(1);
    StringBuilder text = new StringBuilder();
    Matcher matcher = VARIABLE.matcher(pattern);
    while (matcher.find()) {
      String name = matcher.group(2).strip();
      Optional<String> value =
          matcher.group(1).isEmpty() ? variable(name, variables) : Optional.of("${" + name + "}");
      if (value.isEmpty()) {
        return Optional.empty();
      }
      matcher.appendReplacement(text, Matcher.quoteReplacement(value.get()));
    }
    matcher.appendTail(text);
    return evaluation.value(TextNode.valueOf(text.toString()));
  }

  private Optional<String> variable(String name, JsonNode variables) {
    Optional<JsonNode> value;
    if (variables.has(name)) {
      value = evaluation.value(variables.get(name));
    } else if (name.contains(".")) {
      int dot = name.indexOf('.');
      value = evaluation.attribute(name.substring(0, dot), name.substring(dot + 1));
    } else {
      value = evaluation.reference(name);
    }
    return value.flatMap(evaluation::asText);
  }
}
