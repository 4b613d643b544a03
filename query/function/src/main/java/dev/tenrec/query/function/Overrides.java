package dev.tenrec.query.function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * What a request changes of its query, as a dashboard does with all of its insights: {@code
 * filters_override} the dates and the properties, {@code variables_override} the variables.
 */
final class Overrides {
  private Overrides() {}

  static ObjectNode apply(ObjectNode query, JsonNode body) {
    ObjectNode changed = query.deepCopy();
    ObjectNode inner = innermost(changed);
    filters(inner, body.path("filters_override"));
    body.path("variables_override")
        .properties()
        .forEach(one -> inner.withObject("/variables").set(one.getKey(), one.getValue()));
    return changed;
  }

  // What an insight shows is inside of what says how it is shown.
  private static ObjectNode innermost(ObjectNode query) {
    return query.path("source") instanceof ObjectNode source
            && !query.path("kind").asText().equals("EventsQuery")
        ? innermost(source)
        : query;
  }

  private static void filters(ObjectNode query, JsonNode override) {
    boolean hogql = query.path("kind").asText().equals("HogQLQuery");
    for (String field : List.of("date_from", "date_to")) {
      if (override.hasNonNull(field)) {
        ObjectNode filtered = hogql ? query.withObject("/filters") : query;
        filtered.withObject("/dateRange").set(field, override.get(field));
      }
    }
    JsonNode properties = override.path("properties");
    if (!properties.isEmpty()) {
      ObjectNode filtered = hogql ? query.withObject("/filters") : query;
      filtered.set("properties", both(filtered.path("properties"), properties));
    }
  }

  private static JsonNode both(JsonNode own, JsonNode added) {
    if (own.isEmpty()) {
      return added;
    }
    ObjectNode both = JsonNodeFactory.instance.objectNode().put("type", "AND");
    both.putArray("values").add(group(own)).add(group(added));
    return both;
  }

  private static JsonNode group(JsonNode filters) {
    return filters.isArray()
        ? JsonNodeFactory.instance.objectNode().put("type", "AND").set("values", filters)
        : filters;
  }
}
