package dev.tenrec.query.insights.trends;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.query.hogql.ast.Expression;
import dev.tenrec.query.hogql.ast.Expression.Constant;
import dev.tenrec.query.hogql.ast.Expression.Field;
import dev.tenrec.query.insights.InsightException;
import dev.tenrec.query.insights.Trees;
import dev.tenrec.query.insights.properties.PropertyFilters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One series of a question.
 *
 * @param json the node as it was sent
 * @param order its place, from 0
 * @param events the nodes of the events it is of: one, or those of a group
 * @param measure what is counted
 */
record Series(JsonNode json, int order, List<JsonNode> events, Measure measure) {
  private static final List<String> ECHOED =
      List.of(
          "custom_name",
          "math",
          "math_property",
          "math_property_type",
          "math_hogql",
          "math_group_type_index",
          "math_multiplier");

  Series {
    events = List.copyOf(events);
  }

  static Series of(JsonNode json, int order) {
    List<JsonNode> events = new ArrayList<>();
    switch (json.path("kind").asText("EventsNode")) {
      case "EventsNode" -> events.add(json);
      case "GroupNode" -> json.path("nodes").forEach(node -> events.add(requireEvents(node)));
      default -> requireEvents(json);
    }
    if (events.isEmpty()) {
      throw new InsightException("A series of kind \"GroupNode\" has no nodes: give it some");
    }
    return new Series(json, order, events, Measure.of(json));
  }

  private static JsonNode requireEvents(JsonNode node) {
    String kind = node.path("kind").asText("EventsNode");
    if (!kind.equals("EventsNode")) {
      throw new InsightException(
          "A series is of kind \""
              + kind
              + "\": trends count events, use EventsNode, or GroupNode for several");
    }
    return node;
  }

  /** Which events the series is of. */
  Expression condition(PropertyFilters filters) {
    if (!isGroup()) {
      return named(json);
    }
    return Trees.any(
        events.stream()
            .map(
                node -> Trees.all(List.of(named(node), filters.condition(node.path("properties")))))
            .toList());
  }

  private static Expression named(JsonNode node) {
    return name(node)
        .<Expression>map(name -> Trees.equal(Field.of("event"), Constant.text(name)))
        .orElse(Constant.truth(true));
  }

  /** What its values are multiplied by. */
  double multiplier() {
    return json.path("math_multiplier").asDouble(1);
  }

  /** What the series is called. */
  String label() {
    String custom = json.path("custom_name").asText("");
    return custom.isEmpty() || json.path("custom_name").isNull() ? names() : custom;
  }

  private String names() {
    return events.stream()
        .map(node -> name(node).orElse("All events"))
        .collect(Collectors.joining(", "));
  }

  private boolean isGroup() {
    return json.path("kind").asText().equals("GroupNode");
  }

  private static Optional<String> name(JsonNode node) {
    return Optional.ofNullable(node.path("event").textValue()).filter(name -> !name.isEmpty());
  }

  /** The series as results carry it. */
  ObjectNode action() {
    ObjectNode action = JsonNodeFactory.instance.objectNode();
    action.put("id", isGroup() ? null : name(json).orElse(null));
    action.put("type", isGroup() ? "groups" : "events").put("order", order);
    action.put("name", names());
    ECHOED.forEach(
        field -> action.set(field, json.path(field).isMissingNode() ? null : json.get(field)));
    return action;
  }
}
