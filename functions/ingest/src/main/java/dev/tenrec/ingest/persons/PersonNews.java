package dev.tenrec.ingest.persons;

import static java.util.stream.Collectors.groupingBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.tenrec.events.PersonOverride;
import dev.tenrec.events.PersonVersion;
import dev.tenrec.events.ProcessedPersons;
import dev.tenrec.stores.persons.Person;
import dev.tenrec.stores.persons.PersonKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What is to be published of persons: of each the latest version, of each merge the latest end. */
final class PersonNews {
  private final Map<PersonKey, PersonVersion> persons = new LinkedHashMap<>();
  private final Map<PersonKey, PersonOverride> overrides = new LinkedHashMap<>();
  private final Instant now;

  PersonNews(Instant now) {
    this.now = now;
  }

  void person(Person person) {
    put(
        person.key(),
        new PersonVersion(
            person.key().id(),
            person.version(),
            person.distinctIds().known(),
            person.properties(),
            person.identified(),
            false,
            person.createdAt(),
            person.updatedAt()));
  }

  /** The persons were merged away. Whoever never was one is said to be gone all the same. */
  void gone(Collection<UUID> oldIds, Person takenOverBy) {
    for (UUID old : oldIds) {
      if (!old.equals(takenOverBy.key().id())) {
        put(
            new PersonKey(takenOverBy.key().project(), old),
            new PersonVersion(
                old,
                takenOverBy.version(),
                List.of(),
                JsonNodeFactory.instance.objectNode(),
                false,
                true,
                takenOverBy.createdAt(),
                now));
      }
    }
  }

  /** Events stored under the old ids belong to the person. */
  void overrides(Collection<UUID> oldIds, Person person) {
    for (UUID old : oldIds) {
      PersonKey key = new PersonKey(person.key().project(), old);
      PersonOverride before = overrides.get(key);
      if (!key.equals(person.key()) && (before == null || before.version() <= person.version())) {
        overrides.put(key, new PersonOverride(old, person.key().id(), person.version(), now));
      }
    }
  }

  List<ProcessedPersons> byProject() {
    Map<Long, List<PersonKey>> changed =
        persons.keySet().stream().collect(groupingBy(PersonKey::project));
    Map<Long, List<PersonKey>> merged =
        overrides.keySet().stream().collect(groupingBy(PersonKey::project));
    List<ProcessedPersons> news = new ArrayList<>();
    // Every merge changes the person that took over, so no project has overrides alone.
    changed.forEach(
        (project, keys) ->
            news.add(
                new ProcessedPersons(
                    project,
                    keys.stream().map(persons::get).toList(),
                    merged.getOrDefault(project, List.of()).stream()
                        .map(overrides::get)
                        .toList())));
    return news;
  }

  private void put(PersonKey key, PersonVersion version) {
    persons.merge(
        key, version, (before, after) -> after.version() >= before.version() ? after : before);
  }
}
