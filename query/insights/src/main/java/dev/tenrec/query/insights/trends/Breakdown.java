package dev.tenrec.query.insights.trends;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenrec.query.hogql.ast.Expression;
import dev.tenrec.query.hogql.ast.Expression.Call;
import dev.tenrec.query.hogql.ast.Expression.Constant;
import dev.tenrec.query.hogql.parse.HogqlReader;
import dev.tenrec.query.insights.InsightException;
import dev.tenrec.query.insights.properties.PropertySource;
import java.util.ArrayList;
import java.util.List;

/**
 * What a series is divided by: up to three values of each event.
 *
 * @param parts the values as text, a missing one being {@link #NONE}
 * @param limit how many of the largest are told apart; the rest is {@link #OTHER}
 * @param hideOther whether the rest is left out
 */
record Breakdown(List<Expression> parts, int limit, boolean hideOther) {
  /** Stands for a missing or empty value. */
  static final String NONE = "$$_posthog_breakdown_null_$$";

  /** Stands for all values beyond the limit. */
  static final String OTHER = "$$_posthog_breakdown_other_$$";

  // Divides the parts of a value; no text of a property holds it.
  private static final String SEPARATOR = "\u001f";
  private static final int DEFAULT_LIMIT = 25;
  private static final int MOST_PARTS = 3;

  Breakdown {
    parts = List.copyOf(parts);
  }

  static Breakdown of(JsonNode filter) {
    List<Expression> parts = new ArrayList<>();
    if (filter.path("breakdowns").isArray()) {
      filter
          .path("breakdowns")
          .forEach(
              one ->
                  parts.add(
                      part(
                          one.path("type").asText("event"), one.path("property").asText(""), one)));
    } else if (filter.hasNonNull("breakdown")) {
      String type = filter.path("breakdown_type").asText("event");
      JsonNode breakdown = filter.path("breakdown");
      if (breakdown.isArray()) {
        breakdown.forEach(one -> parts.add(part(type, one.asText(), filter)));
      } else {
        parts.add(part(type, breakdown.asText(), filter));
      }
    }
    if (parts.size() > MOST_PARTS) {
      throw new InsightException(
          "There are " + parts.size() + " breakdowns: an insight takes at most " + MOST_PARTS);
    }
    return new Breakdown(
        parts,
        Math.clamp(filter.path("breakdown_limit").asInt(DEFAULT_LIMIT), 1, 1_000),
        filter.path("breakdown_hide_other_aggregation").asBoolean());
  }

  private static Expression part(String type, String key, JsonNode options) {
    int group =
        options.path("group_type_index").asInt(options.path("breakdown_group_type_index").asInt(0));
    Expression source =
        type.equals("hogql")
            ? HogqlReader.readExpression(key)
            : PropertySource.events().of(type, key, group);
    Expression text = Call.of("nullIf", Call.of("toString", source), Constant.text(""));
    return Call.of("ifNull", text, Constant.text(NONE));
  }

  boolean isNone() {
    return parts.isEmpty();
  }

  /** The value of an event as one text. */
  Expression value() {
    if (parts.size() == 1) {
      return parts.getFirst();
    }
    List<Expression> joined = new ArrayList<>();
    for (Expression part : parts) {
      if (!joined.isEmpty()) {
        joined.add(Constant.text(SEPARATOR));
      }
      joined.add(part);
    }
    return Call.of("concat", joined.toArray(Expression[]::new));
  }

  /** The parts of a value. */
  static List<String> split(String value) {
    return List.of(value.split(SEPARATOR, -1));
  }
}
