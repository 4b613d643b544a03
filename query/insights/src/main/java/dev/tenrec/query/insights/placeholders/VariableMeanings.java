package dev.tenrec.query.insights.placeholders;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenrec.query.hogql.HogqlException;
import dev.tenrec.query.hogql.HogqlException.Code;
import dev.tenrec.query.hogql.ast.Expression.Constant;
import dev.tenrec.query.hogql.ast.Span;
import dev.tenrec.query.hogql.placeholders.Meaning;
import dev.tenrec.query.hogql.suggest.Suggestion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The variables that a request sends: an object of {@code {code_name, value, isNull}} by id. */
final class VariableMeanings {
  private final Map<String, JsonNode> byName = new LinkedHashMap<>();

  VariableMeanings(JsonNode variables) {
    variables.forEach(variable -> byName.put(variable.path("code_name").asText(""), variable));
  }

  Meaning of(List<String> path, Span span) {
    if (path.size() != 2) {
      throw new HogqlException(
          Code.UNRESOLVED_PLACEHOLDER,
          "{%s} is no variable: write {variables.name}".formatted(String.join(".", path)),
          span);
    }
    String name = path.getLast();
    JsonNode variable = byName.get(name);
    if (variable == null) {
      throw new HogqlException(
          Code.UNRESOLVED_PLACEHOLDER,
          "The variable '%s' is not among those sent with the query.%s".formatted(name, cure(name)),
          span);
    }
    if (variable.path("isNull").asBoolean()) {
      return new Meaning.Value(Constant.nothing());
    }
    JsonNode value =
        variable.has("value") ? variable.path("value") : variable.path("default_value");
    if (value.isMissingNode()) {
      throw new HogqlException(
          Code.UNRESOLVED_PLACEHOLDER,
          "The variable '%s' was sent without a value: add \"value\", or \"isNull\": true"
              .formatted(name),
          span);
    }
    return new Meaning.Value(Constants.of(value, "variables." + name, span));
  }

  private String cure(String name) {
    String question = Suggestion.question(name, byName.keySet());
    if (!question.isEmpty()) {
      return question;
    }
    return byName.isEmpty()
        ? " Send it in \"variables\" as {\"code_name\": \"%s\", \"value\": ...}".formatted(name)
        : " There are " + String.join(", ", byName.keySet());
  }
}
