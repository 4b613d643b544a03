package dev.tenrec.cloud.filters;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A pattern over JSON objects: every field it names must match, a field by any of its conditions,
 * {@code $or} by any of its patterns. An array in the event matches when one of its elements does.
 */
public final class EventPattern {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String OR = "$or";

  private final Map<String, EventPattern> nested;
  private final Map<String, List<Condition>> leaves;
  private final List<EventPattern> anyOf;

  private EventPattern(
      Map<String, EventPattern> nested,
      Map<String, List<Condition>> leaves,
      List<EventPattern> anyOf) {
    this.nested = nested;
    this.leaves = leaves;
    this.anyOf = anyOf;
  }

  /** Reads a pattern. */
  public static EventPattern parse(String json) {
    try {
      return of(JSON.readTree(json), "");
    } catch (JsonProcessingException e) {
      throw new PatternException("The filter pattern is not JSON: " + e.getOriginalMessage());
    }
  }

  /** Whether an event is wanted. */
  public boolean matches(JsonNode event) {
    for (Map.Entry<String, List<Condition>> leaf : leaves.entrySet()) {
      JsonNode value = event.path(leaf.getKey());
      if (leaf.getValue().stream().noneMatch(condition -> matches(condition, value))) {
        return false;
      }
    }
    for (Map.Entry<String, EventPattern> inner : nested.entrySet()) {
      if (!matchesNested(inner.getValue(), event.path(inner.getKey()))) {
        return false;
      }
    }
    return anyOf.isEmpty() || anyOf.stream().anyMatch(pattern -> pattern.matches(event));
  }

  /** The fields that decide; of an event, nothing else needs to be known. */
  Set<String> fields() {
    Set<String> fields = new HashSet<>(leaves.keySet());
    fields.addAll(nested.keySet());
    anyOf.forEach(pattern -> fields.addAll(pattern.fields()));
    return fields;
  }

  /** The parts that look into one field. */
  List<EventPattern> within(String field) {
    List<EventPattern> parts = new ArrayList<>();
    if (nested.containsKey(field)) {
      parts.add(nested.get(field));
    }
    anyOf.forEach(pattern -> parts.addAll(pattern.within(field)));
    return parts;
  }

  private static boolean matchesNested(EventPattern pattern, JsonNode value) {
    if (value.isArray()) {
      for (JsonNode element : value) {
        if (pattern.matches(element)) {
          return true;
        }
      }
      return false;
    }
    // Of what is not there, exists:false may still be asked.
    return pattern.matches(value.isObject() ? value : MissingNode.getInstance());
  }

  private static boolean matches(Condition condition, JsonNode value) {
    if (value.isArray() && !(condition instanceof Condition.Exists)) {
      for (JsonNode element : value) {
        if (condition.holds(element)) {
          return true;
        }
      }
      return false;
    }
    return condition.holds(value);
  }

  private static EventPattern of(JsonNode pattern, String at) {
    if (!pattern.isObject() || pattern.isEmpty()) {
      throw new PatternException(
          "The filter pattern " + pattern + at(at) + " must be an object with a field at least");
    }
    Map<String, EventPattern> nested = new LinkedHashMap<>();
    Map<String, List<Condition>> leaves = new LinkedHashMap<>();
    List<EventPattern> anyOf = new ArrayList<>();
    for (Map.Entry<String, JsonNode> field : pattern.properties()) {
      String name = field.getKey();
      JsonNode body = field.getValue();
      String here = at + "/" + name;
      if (name.equals(OR) && body.isArray()) {
        body.forEach(choice -> anyOf.add(of(choice, here)));
      } else if (body.isObject()) {
        nested.put(name, of(body, here));
      } else if (body.isArray() && !body.isEmpty()) {
        List<Condition> conditions = new ArrayList<>();
        body.forEach(condition -> conditions.add(ConditionParser.parse(condition, here)));
        leaves.put(name, conditions);
      } else {
        throw new PatternException(
            "The filter condition " + body + at(here) + " must be a list, such as [\"value\"]");
      }
    }
    return new EventPattern(nested, leaves, anyOf);
  }

  private static String at(String place) {
    return place.isEmpty() ? "" : " at " + place;
  }
}
