package dev.tenrec.flags.serve;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.tenrec.flags.FlagPlan;
import dev.tenrec.flags.Subject;
import dev.tenrec.flags.property.PersonMetadata;
import dev.tenrec.stores.batches.StoreUnavailableException;
import dev.tenrec.stores.cohorts.CohortMembers;
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
import java.util.UUID;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Puts together what is known of the one who asks: what is stored, with what the request says laid
 * over it. Reads only what the project's flags look at.
 */
final class SubjectReader {
  private static final String INITIAL = "$initial_";

  private final PersonFinder persons;
  private final GroupStore groups;
  private final FirstSeenIds firstSeen;
  private final CohortMembers members;
  private final InstantSource clock;

  SubjectReader(
      PersonStore persons,
      GroupStore groups,
      FirstSeenIds firstSeen,
      CohortMembers members,
      InstantSource clock) {
    this.persons = new PersonFinder(persons);
    this.groups = groups;
    this.firstSeen = firstSeen;
    this.members = members;
    this.clock = clock;
  }

  /**
   * Whom the flags are for.
   *
   * @throws StoreUnavailableException when what is stored cannot be read now
   */
  Subject read(long project, FlagsRequest request, FlagPlan plan, Map<Integer, String> groupTypes) {
    try {
      return subject(project, request, plan, groupTypes);
    } catch (SdkException unreachable) {
      throw new StoreUnavailableException("What is known of a person cannot be read", unreachable);
    }
  }

  private Subject subject(
      long project, FlagsRequest request, FlagPlan plan, Map<Integer, String> groupTypes) {
    Set<String> keeping = plan.keepingAnswers();
    Optional<Person> person =
        plan.usesPersons() || !keeping.isEmpty() ? person(project, request) : Optional.empty();
    return new Subject(
        request.requiredDistinctId(),
        request.deviceId(),
        hashKeys(project, request, person, keeping),
        personProperties(person, request),
        request.groups(),
        plan.usesGroups() ? groupProperties(project, request, groupTypes) : Map.of(),
        plan.usesLists() ? lists(project, request, person) : Set.of(),
        clock.instant());
  }

  /** Who asks, as far as anybody is known under the ids of the request. */
  Optional<Person> person(long project, FlagsRequest request) {
    return persons
        .byDistinctId(project, request.requiredDistinctId())
        .or(() -> request.anonymousId().flatMap(id -> persons.byDistinctId(project, id)));
  }

  // A list may name somebody by an id from before a merge, or from before the first event.
  private Set<Long> lists(long project, FlagsRequest request, Optional<Person> person) {
    Set<UUID> ids = new HashSet<>();
    ids.add(PersonKey.of(project, request.requiredDistinctId()).id());
    person.ifPresent(known -> ids.add(known.key().id()));
    return members.cohortsOf(project, ids);
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
    person.ifPresent(
        known -> {
          putAll(properties, known.properties());
          properties.put(PersonMetadata.CREATED_AT, TextNode.valueOf(known.createdAt().toString()));
        });
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
      long project, FlagsRequest request, Map<Integer, String> groupTypes) {
    Map<GroupKey, String> wanted = new HashMap<>();
    groupTypes.forEach(
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
