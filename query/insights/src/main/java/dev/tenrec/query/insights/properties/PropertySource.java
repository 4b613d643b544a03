package dev.tenrec.query.insights.properties;

import dev.tenrec.query.hogql.ast.Expression;
import dev.tenrec.query.hogql.ast.Expression.Field;
import dev.tenrec.query.insights.InsightException;

/** Where a query over some table reads the properties of filters and breakdowns from. */
@FunctionalInterface
public interface PropertySource {
  /**
   * The field that holds a property.
   *
   * @param type {@code event}, {@code person} ...
   * @param groupTypeIndex which groups, where the type is {@code group}
   * @throws InsightException when the table has no properties of that type
   */
  Expression of(String type, String key, int groupTypeIndex);

  /** Of events. */
  static PropertySource events() {
    return (type, key, groupTypeIndex) ->
        switch (type) {
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

  /** Of sessions, which have properties of their own and no others. */
  static PropertySource sessions() {
    return (type, key, groupTypeIndex) -> {
      if (!type.equals("session")) {
        throw new InsightException(
            "The property \"%s\" has type \"%s\": sessions can be filtered by session properties only"
                .formatted(key, type));
      }
      return Field.of(key);
    };
  }

  /** Of groups. */
  static PropertySource groups() {
    return (type, key, groupTypeIndex) -> {
      if (!type.equals("group")) {
        throw new InsightException(
            "The property \"%s\" has type \"%s\": groups can be filtered by group properties only"
                .formatted(key, type));
      }
      return Field.of("properties", key);
    };
  }
}
