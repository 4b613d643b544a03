package dev.tenrec.query.insights.trends;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.query.insights.InsightException;
import java.util.List;
import java.util.Optional;

/**
 * One series of a question.
 *
 * @param json the node as it was sent
 * @param order its place, from 0
 * @param event the event's name, empty for all events
 * @param measure what is counted
 */
record Series(JsonNode json, int order, Optional<String> event, Measure measure) {
  private static final List<String> ECHOED =
      List.of("custom_name", "math", "math_property", "math_hogql", "math_group_type_index");

  static Series of(JsonNode json, int order) {
    String kind = json.path("kind").asText("EventsNode");
    if (!kind.equals("EventsNode")) {
      throw new InsightException(
          "A series is of kind \"" + kind + "\": trends count events, use EventsNode");
    }
    Optional<String> event =
        Optional.ofNullable(json.path("event").textValue()).filter(name -> !name.isEmpty());
    return new Series(json, order, event, Measure.of(json));
  }

  /** What the series is called. */
  String label() {
    return json.path("custom_name").asText(event.orElse("All events"));
  }

  /** The series as results carry it. */
  ObjectNode action() {
    ObjectNode action = JsonNodeFactory.instance.objectNode();
    action.put("id", event.orElse(null)).put("type", "events").put("order", order);
    action.put("name", event.orElse("All events"));
    ECHOED.forEach(
        field -> action.set(field, json.path(field).isMissingNode() ? null : json.get(field)));
    return action;
  }
}
