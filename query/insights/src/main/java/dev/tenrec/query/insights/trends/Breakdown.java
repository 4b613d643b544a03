package dev.tenrec.query.insights.trends;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenrec.query.hogql.ast.Expression;
import dev.tenrec.query.hogql.ast.Expression.Call;
import dev.tenrec.query.hogql.ast.Expression.Constant;
import dev.tenrec.query.insights.InsightException;
import java.util.ArrayList;
import java.util.List;

/**
 * What a series is divided by: up to three values of each event.
 *
 * @param parts the values
 * @param limit how many of the largest are told apart; the rest is {@link #OTHER}
 * @param hideOther whether the rest is left out
 */
record Breakdown(List<BreakdownPart> parts, int limit, boolean hideOther) {
  /** Stands for a missing or empty value. */
  static final String NONE = "$$_posthog_breakdown_null_$$";

  /** Stands for all values beyond the limit. */
  static final String OTHER = "$$_posthog_breakdown_other_$$";

  // Divides the parts of a value; no text of a property holds it.
  private static final String SEPARATOR = "\u001f";
  private static final int DEFAULT_LIMIT = 25;
  private static final int MAP_LIMIT = 250;
  private static final int MOST_PARTS = 3;

  Breakdown {
    parts = List.copyOf(parts);
  }

  /**
   * @param onMap whether the values are the countries of a map
   */
  static Breakdown of(JsonNode filter, boolean onMap) {
    List<BreakdownPart> parts = new ArrayList<>();
    if (filter.path("breakdowns").isArray()) {
      filter
          .path("breakdowns")
          .forEach(
              one ->
                  parts.add(
                      BreakdownPart.of(
                          one.path("type").asText("event"), one.path("property").asText(""), one)));
    } else if (filter.hasNonNull("breakdown")) {
      String type = filter.path("breakdown_type").asText("event");
      JsonNode breakdown = filter.path("breakdown");
      if (breakdown.isArray()) {
        breakdown.forEach(one -> parts.add(BreakdownPart.of(type, one.asText(), filter)));
      } else {
        parts.add(BreakdownPart.of(type, breakdown.asText(), filter));
      }
    }
    if (parts.size() > MOST_PARTS) {
      throw new InsightException(
          "There are " + parts.size() + " breakdowns: an insight takes at most " + MOST_PARTS);
    }
    int otherwise = onMap ? MAP_LIMIT : DEFAULT_LIMIT;
    return new Breakdown(
        parts,
        Math.clamp(filter.path("breakdown_limit").asInt(otherwise), 1, 1_000),
        filter.path("breakdown_hide_other_aggregation").asBoolean());
  }

  boolean isNone() {
    return parts.isEmpty();
  }

  /** The value of an event as one text. */
  Expression value() {
    if (parts.size() == 1) {
      return parts.getFirst().value();
    }
    List<Expression> joined = new ArrayList<>();
    for (BreakdownPart part : parts) {
      if (!joined.isEmpty()) {
        joined.add(Constant.text(SEPARATOR));
      }
      joined.add(part.value());
    }
    return Call.of("concat", joined.toArray(Expression[]::new));
  }

  /** The parts of a value. */
  static List<String> split(String value) {
    return List.of(value.split(SEPARATOR, -1));
  }
}
