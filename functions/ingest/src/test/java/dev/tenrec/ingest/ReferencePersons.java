package dev.tenrec.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.events.CapturedEvent;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Persons as the specification words them, one event after the other in the plainest way: a map
 * from distinct id to person, merges that re-point every id. Shares no code with what it checks.
 */
final class ReferencePersons {
  private final Map<String, Reference> byDistinctId = new HashMap<>();
  private final Set<UUID> refusedMerges = new LinkedHashSet<>();

  /** A person; its first distinct id names it. */
  static final class Reference {
    final Set<String> distinctIds = new LinkedHashSet<>();
    final Map<String, JsonNode> properties = new TreeMap<>();
    boolean identified;
    Instant createdAt = Instant.MAX;

    String firstId() {
      return distinctIds.iterator().next();
    }

    ObjectNode propertiesAsJson() {
      ObjectNode json = JsonNodeFactory.instance.objectNode();
      properties.forEach(json::set);
      return json;
    }
  }

  Optional<Reference> person(String distinctId) {
    return Optional.ofNullable(byDistinctId.get(distinctId));
  }

  Set<Reference> persons() {
    return new LinkedHashSet<>(byDistinctId.values());
  }

  /** The events whose merge was refused. */
  Set<UUID> refusedMerges() {
    return refusedMerges;
  }

  void apply(CapturedEvent event) {
    ObjectNode properties = event.properties();
    if (properties.has("$process_person_profile")) {
      return;
    }
    String other =
        switch (event.event()) {
          case "$identify" -> properties.path("$anon_distinct_id").asText("");
          case "$create_alias", "$merge_dangerously" -> properties.path("alias").asText("");
          default -> "";
        };
    boolean isNew = !byDistinctId.containsKey(event.distinctId());
    if (!other.isEmpty() && !other.equals(event.distinctId())) {
      isNew = isNew && !byDistinctId.containsKey(other);
      merge(other, event.distinctId(), event);
    }
    Reference person =
        byDistinctId.computeIfAbsent(event.distinctId(), id -> create(id, event.timestamp()));
    if (isNew || !event.event().equals("$exception")) {
      change(person, properties, isNew || !event.event().equals("$pageview"));
    }
  }

  private static Reference create(String distinctId, Instant at) {
    Reference created = new Reference();
    created.distinctIds.add(distinctId);
    created.createdAt = at;
    return created;
  }

  private void merge(String sourceId, String targetId, CapturedEvent event) {
    Reference source = byDistinctId.get(sourceId);
    Reference target = byDistinctId.get(targetId);
    Reference merged;
    if (source == null && target == null) {
      merged = create(targetId, event.timestamp());
    } else if (target == null) {
      merged = source;
    } else if (source == null || source == target) {
      merged = target;
    } else if (source.identified && !event.event().equals("$merge_dangerously")) {
      refusedMerges.add(event.uuid());
      target.identified = true;
      return;
    } else {
      merged = target;
      source.properties.forEach(merged.properties::putIfAbsent);
      merged.createdAt =
          source.createdAt.isBefore(target.createdAt) ? source.createdAt : target.createdAt;
      merged.distinctIds.addAll(source.distinctIds);
    }
    merged.distinctIds.add(targetId);
    merged.distinctIds.add(sourceId);
    merged.identified = true;
    for (String id : merged.distinctIds) {
      byDistinctId.put(id, merged);
    }
  }

  /** {@code $referrer} is the one property of the generated events that is noise. */
  private static void change(Reference person, ObjectNode properties, boolean evenNoise) {
    Map<String, JsonNode> after = new TreeMap<>(person.properties);
    boolean worth = false;
    for (var once : properties.path("$set_once").properties()) {
      worth |= after.putIfAbsent(once.getKey(), once.getValue()) == null;
    }
    for (var set : properties.path("$set").properties()) {
      JsonNode before = after.put(set.getKey(), set.getValue());
      boolean noise = set.getKey().equals("$referrer") && before != null && !evenNoise;
      worth |= !set.getValue().equals(before) && !noise;
    }
    for (JsonNode unset : properties.path("$unset")) {
      worth |= after.remove(unset.asText()) != null;
    }
    if (worth) {
      person.properties.clear();
      person.properties.putAll(after);
    }
  }
}
