package dev.tenrec.query.insights.properties;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenrec.query.hogql.ast.Expression;
import dev.tenrec.query.hogql.ast.Expression.Constant;
import dev.tenrec.query.hogql.ast.Expression.Field;
import dev.tenrec.query.hogql.parse.HogqlReader;
import dev.tenrec.query.insights.InsightException;
import dev.tenrec.query.insights.Trees;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads property filters: a list, all of which must hold, or groups {@code {type: AND | OR, values:
 * [...]}} nested at will.
 */
public final class PropertyFilters {
  private final ZoneId zone;
  private final Instant now;

  /**
   * @param zone the project's, in which dates are meant
   * @param now what relative dates count from
   */
  public PropertyFilters(ZoneId zone, Instant now) {
    this.zone = zone;
    this.now = now;
  }

  /**
   * The filters as one condition, true when there are none.
   *
   * @throws InsightException when one cannot be understood
   */
  public Expression condition(JsonNode filters) {
    if (filters.isArray()) {
      return Trees.all(each(filters));
    }
    if (filters.path("values").isArray() && filters.path("key").isMissingNode()) {
      List<Expression> conditions = each(filters.path("values"));
      if (conditions.isEmpty()) {
        return Constant.truth(true);
      }
      return filters.path("type").asText("AND").equals("OR")
          ? Trees.any(conditions)
          : Trees.all(conditions);
    }
    return filters.isObject() ? filter(filters) : Constant.truth(true);
  }

  private List<Expression> each(JsonNode filters) {
    List<Expression> conditions = new ArrayList<>();
    filters.forEach(filter -> conditions.add(condition(filter)));
    return conditions;
  }

  private Expression filter(JsonNode filter) {
    String key = filter.path("key").asText("");
    String type = filter.path("type").asText("event");
    if (key.isEmpty()) {
      return Constant.truth(true);
    }
    return type.equals("hogql")
        ? HogqlReader.readExpression(key)
        : new PropertyTest(zone, now)
            .condition(
                source(type, key, filter.path("group_type_index").asInt(0)),
                filter.path("operator").asText("exact"),
                filter.path("value"));
  }

  /** The field that a property of some type is read from. */
  public static Expression source(String type, String key, int groupTypeIndex) {
    return switch (type) {
      case "event" -> Field.of("properties", key);
      case "feature" -> Field.of("properties", "$feature/" + key);
      case "event_metadata" -> Field.of(key);
      case "person" -> Field.of("person", "properties", key);
      case "person_metadata" -> Field.of("person", key);
      case "group" -> Field.of("group_" + groupTypeIndex, "properties", key);
      case "session" -> Field.of("session", key);
      default ->
          throw new InsightException(
              "A property filter has type \""
                  + type
                  + "\": it must be event, person, group, session, feature, event_metadata,"
                  + " person_metadata or hogql");
    };
  }
}
