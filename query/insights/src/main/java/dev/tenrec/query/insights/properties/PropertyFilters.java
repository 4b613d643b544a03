package dev.tenrec.query.insights.properties;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenrec.query.hogql.ast.Expression;
import dev.tenrec.query.hogql.ast.Expression.Constant;
import dev.tenrec.query.hogql.parse.HogqlReader;
import dev.tenrec.query.insights.InsightException;
import dev.tenrec.query.insights.Trees;
import dev.tenrec.query.insights.dates.Today;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads property filters: a list, all of which must hold, or groups {@code {type: AND | OR, values:
 * [...]}} nested at will.
 */
public final class PropertyFilters {
  private final Today today;
  private final PropertySource source;

  /**
   * Filters of events.
   *
   * @param today what dates are read by
   */
  public PropertyFilters(Today today) {
    this(today, PropertySource.events());
  }

  /** Filters of what {@code source} reads properties from. */
  public PropertyFilters(Today today, PropertySource source) {
    this.today = requireNonNull(today, "today is null");
    this.source = requireNonNull(source, "source is null");
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
        : new PropertyTest(today)
            .condition(
                source.of(type, key, filter.path("group_type_index").asInt(0)),
                filter.path("operator").asText("exact"),
                filter.path("value"));
  }
}
