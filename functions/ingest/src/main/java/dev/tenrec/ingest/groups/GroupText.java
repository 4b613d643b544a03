package dev.tenrec.ingest.groups;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenrec.ingest.events.PreparedEvent;
import dev.tenrec.ingest.events.Warning;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads group types and keys from events. */
final class GroupText {
  private static final int LONGEST = 400;

  private GroupText() {}

  /** The groups that an event says it belongs to, by type. */
  static Map<String, String> groups(PreparedEvent event, List<Warning> warnings) {
    Map<String, String> groups = new LinkedHashMap<>();
    JsonNode named = event.properties().path("$groups");
    if (event.profile() && named.isObject()) {
      named
          .properties()
          .forEach(
              group ->
                  pair(group.getKey(), group.getValue(), warnings)
                      .ifPresent(pair -> groups.put(pair.type(), pair.key())));
    }
    return groups;
  }

  /** The group that a {@code $groupidentify} describes. */
  static Optional<Pair> identified(PreparedEvent event, List<Warning> warnings) {
    if (!event.profile() || !event.name().equals("$groupidentify")) {
      return Optional.empty();
    }
    JsonNode type = event.properties().path("$group_type");
    return pair(
        type.isTextual() ? type.textValue() : "", event.properties().path("$group_key"), warnings);
  }

  private static Optional<Pair> pair(String type, JsonNode key, List<Warning> warnings) {
    String text = key.isValueNode() && !key.isNull() ? key.asText() : "";
    if (type.isEmpty() || text.isEmpty()) {
      return Optional.empty();
    }
    if (type.length() > LONGEST || text.length() > LONGEST) {
      warnings.add(
          new Warning(
              "group_key_too_long",
              "The group '%s...' of type '%s' was left out: type and key have at most %d characters"
                  .formatted(
                      text.substring(0, Math.min(text.length(), 40)),
                      type.substring(0, Math.min(type.length(), 40)),
                      LONGEST)));
      return Optional.empty();
    }
    return Optional.of(new Pair(type, text));
  }

  /** A group by the name of its type. */
  record Pair(String type, String key) {}
}
