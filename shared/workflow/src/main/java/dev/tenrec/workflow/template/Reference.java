package dev.tenrec.workflow.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Optional;
import java.util.Set;

/**
 * A value of a run's context.
 *
 * @param root which one: {@code event.event}, {@code event.properties} ...
 * @param key of properties: the property's name, or a path into one; empty otherwise
 */
public record Reference(String root, String key) {
  private static final Set<String> PLAIN =
      Set.of(
          "event.event",
          "event.uuid",
          "event.distinct_id",
          "event.timestamp",
          "person.id",
          "project.id",
          "project.name",
          "workflow.id",
          "workflow.name",
          "run.id");
  private static final Set<String> MAPS = Set.of("event.properties", "person.properties");
  private static final int LONGEST = 200;

  /** The reference that is written so, if there is such a value. */
  static Optional<Reference> parse(String text) {
    if (PLAIN.contains(text)) {
      return Optional.of(new Reference(text, ""));
    }
    return MAPS.stream()
        .filter(map -> text.startsWith(map + ".") && text.length() > map.length() + 1)
        .filter(_ -> text.length() <= LONGEST && text.chars().noneMatch(Character::isISOControl))
        .map(map -> new Reference(map, text.substring(map.length() + 1)))
        .findFirst();
  }

  /** Whether it is a property. */
  public boolean isProperty() {
    return !key.isEmpty();
  }

  /** The name of the property that holds the value when none has the whole key as its name. */
  public String topLevelKey() {
    return key.split("\\.", 2)[0];
  }

  /** The value; missing where there is none. */
  public JsonNode in(JsonNode context) {
    JsonNode value = context;
    for (String name : root.split("\\.", -1)) {
      value = value.path(name);
    }
    return isProperty() ? property(value) : value;
  }

  private JsonNode property(JsonNode properties) {
    if (properties.has(key)) {
      return properties.get(key);
    }
    JsonNode value = properties;
    for (String name : key.split("\\.", -1)) {
      value =
          value.isArray() && name.matches("[0-9]{1,4}")
              ? value.path(Integer.parseInt(name))
              : value.path(name);
    }
    return value.isMissingNode() ? MissingNode.getInstance() : value;
  }
}
