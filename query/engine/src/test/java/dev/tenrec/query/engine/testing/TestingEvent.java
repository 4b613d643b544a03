package dev.tenrec.query.engine.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.lake.PromotedProperty;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** An event as the lake stores it. */
public record TestingEvent(
    long project,
    String uuid,
    String event,
    String distinctId,
    String personId,
    Instant timestamp,
    ObjectNode properties,
    ObjectNode personProperties,
    String elementsChain) {

  /** An event of project 1 whose person has the id that the distinct id gives. */
  public static TestingEvent of(String event, String distinctId, String timestamp) {
    Instant moment = Instant.parse(timestamp);
    return new TestingEvent(
        1,
        id(event + distinctId + timestamp),
        event,
        distinctId,
        id(distinctId),
        moment,
        JsonNodeFactory.instance.objectNode(),
        JsonNodeFactory.instance.objectNode(),
        "");
  }

  /** The person that a distinct id belongs to. */
  public static String id(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8))
        .toString();
  }

  public TestingEvent project(long changed) {
    return new TestingEvent(
        changed,
        uuid,
        event,
        distinctId,
        personId,
        timestamp,
        properties,
        personProperties,
        elementsChain);
  }

  public TestingEvent elements(String chain) {
    return new TestingEvent(
        project, uuid, event, distinctId, personId, timestamp, properties, personProperties, chain);
  }

  public TestingEvent with(String property, Object value) {
    ObjectNode changed = properties.deepCopy();
    changed.set(property, node(value));
    return new TestingEvent(
        project,
        uuid,
        event,
        distinctId,
        personId,
        timestamp,
        changed,
        personProperties,
        elementsChain);
  }

  public TestingEvent withPerson(String property, Object value) {
    ObjectNode changed = personProperties.deepCopy();
    changed.set(property, node(value));
    return new TestingEvent(
        project, uuid, event, distinctId, personId, timestamp, properties, changed, elementsChain);
  }

  private static JsonNode node(Object value) {
    return switch (value) {
      case JsonNode node -> node;
      case String text -> JsonNodeFactory.instance.textNode(text);
      case Integer number -> JsonNodeFactory.instance.numberNode(number);
      case Long number -> JsonNodeFactory.instance.numberNode(number);
      case Double number -> JsonNodeFactory.instance.numberNode(number);
      case Boolean truth -> JsonNodeFactory.instance.booleanNode(truth);
      default -> throw new IllegalArgumentException("value is " + value + ": use a JSON value");
    };
  }

  /** The row of the events table: texts of promoted properties in their columns. */
  public Map<String, Object> row() {
    Map<String, Object> row = new HashMap<>();
    row.put("project_id", project);
    row.put("uuid", uuid);
    row.put("event", event);
    row.put("distinct_id", distinctId);
    row.put("person_id", personId);
    row.put("timestamp", timestamp);
    row.put("created_at", timestamp);
    row.put("person_mode", "full");
    row.put("elements_chain", elementsChain);
    ObjectNode rest = properties.deepCopy();
    for (PromotedProperty promoted : PromotedProperty.all()) {
      JsonNode value = rest.path(promoted.property());
      if (value.isTextual()) {
        row.put(promoted.column(), value.asText());
        rest.remove(promoted.property());
      }
    }
    row.put("properties", rest.toString());
    row.put("person_properties", personProperties.toString());
    return row;
  }
}
