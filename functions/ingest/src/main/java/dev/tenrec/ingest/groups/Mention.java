package dev.tenrec.ingest.groups;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.ingest.events.JsonSize;
import dev.tenrec.ingest.events.PreparedEvent;
import dev.tenrec.ingest.events.Warning;
import dev.tenrec.stores.groups.GroupKey;
import dev.tenrec.stores.groups.GroupTypes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An event and the groups it names; warnings are added as they arise. */
record Mention(
    PreparedEvent event,
    Map<String, String> groups,
    Optional<GroupText.Pair> identified,
    List<Warning> warnings) {
  private static final int LARGEST_PROPERTIES = 128 * 1_024;

  static Mention of(PreparedEvent event) {
    List<Warning> warnings = new ArrayList<>();
    return new Mention(
        event, GroupText.groups(event, warnings), GroupText.identified(event, warnings), warnings);
  }

  boolean isEmpty() {
    return groups.isEmpty() && identified.isEmpty();
  }

  /** Where the identified group stands; nowhere when the project has five other types. */
  Optional<GroupKey> key(Map<Long, GroupTypes> types) {
    return identified.flatMap(
        group ->
            types.get(event.project()).indexOf(group.type()).stream()
                .mapToObj(index -> new GroupKey(event.project(), index, group.key()))
                .findFirst());
  }

  ObjectNode applied(ObjectNode properties) {
    if (!(event.properties().path("$group_set") instanceof ObjectNode set)) {
      return properties;
    }
    ObjectNode after = JsonNodeFactory.instance.objectNode();
    after.setAll(properties);
    after.setAll(set);
    if (JsonSize.of(after) <= LARGEST_PROPERTIES) {
      return after;
    }
    Warning warning =
        new Warning(
            "group_properties_too_large",
            "The group's properties would be larger than %d bytes, so they stay as they are"
                .formatted(LARGEST_PROPERTIES));
    if (!warnings.contains(warning)) {
      warnings.add(warning);
    }
    return properties;
  }

  GroupOutcome outcome(Map<Long, GroupTypes> types) {
    if (isEmpty()) {
      return warnings.isEmpty() ? GroupOutcome.NONE : new GroupOutcome(Map.of(), warnings);
    }
    Map<Integer, String> keys = new HashMap<>();
    groups.forEach(
        (type, key) ->
            types.get(event.project()).indexOf(type).ifPresent(index -> keys.put(index, key)));
    return new GroupOutcome(keys, warnings);
  }
}
