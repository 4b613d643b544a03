package dev.tenrec.flags.serve;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.flags.Subject;
import dev.tenrec.stores.groups.Group;
import dev.tenrec.stores.groups.GroupKey;
import dev.tenrec.stores.groups.GroupStore;
import dev.tenrec.stores.persons.Person;
import dev.tenrec.stores.persons.PersonFinder;
import dev.tenrec.stores.persons.PersonKey;
import dev.tenrec.stores.persons.PersonStore;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Puts together what is known of the one who asks: what is stored, with what the request says laid
 * over it. Reads only what the project's flags look at.
 */
final class SubjectReader {
  private static final String INITIAL = "$initial_";

  private final PersonFinder persons;
  private final GroupStore groups;
  private final FirstSeenIds firstSeen;
  private final InstantSource clock;

  SubjectReader(
      PersonStore persons, GroupStore groups, FirstSeenIds firstSeen, InstantSource clock) {
    this.persons = new PersonFinder(persons);
    this.groups = groups;
    this.firstSeen = firstSeen;
    this.clock = clock;
  }

  /** Whom the flags are for. */
  Subject read(long project, FlagsRequest request, ProjectFlags.Compiled flags) {
    String distinctId = request.requiredDistinctId();
    Set<String> keeping = flags.plan().keepingAnswers();
    Optional<Person> person =
        flags.plan().usesPersonProperties() || !keeping.isEmpty()
            ? persons
                .byDistinctId(project, distinctId)
                .or(() -> request.anonymousId().flatMap(id -> persons.byDistinctId(project, id)))
            : Optional.empty();
    return new Subject(
        distinctId,
        request.deviceId(),
        hashKeys(project, request, person, keeping),
        personProperties(person, request),
        request.groups(),
        flags.plan().usesGroups() ? groupProperties(project, request, flags) : Map.of(),
        Set.of(),
        clock.instant());
  }

  private Map<String, String> hashKeys(
      long project, FlagsRequest request, Optional<Person> person, Set<String> keeping) {
    if (keeping.isEmpty()) {
      return Map.of();
    }
    Map<String, String> hashKeys = new HashMap<>();
    request.anonymousId().ifPresent(id -> keeping.forEach(flag -> hashKeys.put(flag, id)));
    person.ifPresent(known -> hashKeys.putAll(stored(project, request, known.key(), keeping)));
    return hashKeys;
  }

  private Map<String, String> stored(
      long project, FlagsRequest request, PersonKey person, Set<String> keeping) {
    Map<String, String> fixed = firstSeen.of(project, person.id());
    Optional<String> anonymous =
        request.anonymousId().filter(id -> !id.equals(request.requiredDistinctId()));
    Set<String> open = new HashSet<>(keeping);
    open.removeAll(fixed.keySet());
    return anonymous.isPresent() && !open.isEmpty()
        ? firstSeen.fix(project, person.id(), open, anonymous.get())
        : fixed;
  }

  private static Map<String, JsonNode> personProperties(
      Optional<Person> person, FlagsRequest request) {
    Map<String, JsonNode> properties = new HashMap<>();
    person.ifPresent(known -> putAll(properties, known.properties()));
    Map<String, JsonNode> sent = request.personProperties();
    properties.putAll(sent);
    // A first visit has no stored first values: what is now is what was first.
    sent.forEach(
        (name, value) ->
            properties.putIfAbsent(
                INITIAL + (name.startsWith("$") ? name.substring(1) : name), value));
    return properties;
  }

  private Map<String, Map<String, JsonNode>> groupProperties(
      long project, FlagsRequest request, ProjectFlags.Compiled flags) {
    Map<GroupKey, String> wanted = new HashMap<>();
    flags
        .groupTypes()
        .forEach(
            (index, type) -> {
              String key = request.groups().getOrDefault(type, "");
              if (!key.isEmpty()) {
                wanted.put(new GroupKey(project, index, key), type);
              }
            });
    Map<String, Map<String, JsonNode>> properties = new HashMap<>();
    Map<GroupKey, Group> found = groups.read(wanted.keySet());
    wanted.forEach(
        (key, type) -> {
          Map<String, JsonNode> known = new HashMap<>();
          Optional.ofNullable(found.get(key)).ifPresent(group -> putAll(known, group.properties()));
          known.putAll(request.groupProperties().getOrDefault(type, Map.of()));
          properties.put(type, known);
        });
    return properties;
  }

  private static void putAll(Map<String, JsonNode> properties, ObjectNode stored) {
    stored.properties().forEach(entry -> properties.put(entry.getKey(), entry.getValue()));
  }
}
