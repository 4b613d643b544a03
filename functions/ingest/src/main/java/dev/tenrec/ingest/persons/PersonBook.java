package dev.tenrec.ingest.persons;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.tenrec.stores.persons.Applied;
import dev.tenrec.stores.persons.DistinctIds;
import dev.tenrec.stores.persons.MergedPerson;
import dev.tenrec.stores.persons.Person;
import dev.tenrec.stores.persons.PersonChange;
import dev.tenrec.stores.persons.PersonKey;
import dev.tenrec.stores.persons.PersonStore;
import dev.tenrec.stores.persons.StoredPerson;
import dev.tenrec.stores.persons.StreamPosition;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The persons that a batch mentions: as they were read, and as they have been changed so far. */
final class PersonBook {
  private final Map<PersonKey, StoredPerson> read;
  private final Map<PersonKey, StoredPerson> changed = new LinkedHashMap<>();
  private final Map<PersonKey, Applied> seen = new HashMap<>();
  private final Map<PersonKey, Set<UUID>> added = new HashMap<>();
  private final Links links = new Links();
  private final Instant now;

  private PersonBook(Map<PersonKey, StoredPerson> read, Instant now) {
    this.read = read;
    this.now = now;
  }

  /** Reads what stands under the keys and everything on the way on from there. */
  static PersonBook read(PersonStore store, Collection<PersonKey> mentioned, Instant now) {
    Map<PersonKey, StoredPerson> read = new HashMap<>();
    Set<PersonKey> asked = new LinkedHashSet<>();
    Set<PersonKey> open = new LinkedHashSet<>(mentioned);
    while (!open.isEmpty()) {
      Map<PersonKey, StoredPerson> found = store.read(open);
      read.putAll(found);
      asked.addAll(open);
      open.clear();
      found
          .values()
          .forEach(
              stored -> {
                if (stored instanceof MergedPerson merged && !asked.contains(merged.next())) {
                  open.add(merged.next());
                }
              });
    }
    PersonBook book = new PersonBook(read, now);
    mentioned.forEach(book::shorten);
    return book;
  }

  // Only along a way that is already written: a shortcut over a merge that is then not written
  // would hide that merge from the delivery that makes up for it.
  private void shorten(PersonKey key) {
    if (read.get(key) instanceof MergedPerson first
        && read.get(first.next()) instanceof MergedPerson) {
      PersonKey end = place(key).key();
      changed.put(key, new MergedPerson(key, first.version() + 1, end.id()));
    }
  }

  Place place(PersonKey start) {
    PersonKey key = start;
    while (true) {
      switch (current(key)) {
        case null -> {
          return new Place(key, Optional.empty());
        }
        case Person person -> {
          return new Place(key, Optional.of(person));
        }
        case MergedPerson merged -> key = merged.next();
      }
    }
  }

  private StoredPerson current(PersonKey key) {
    StoredPerson current = changed.get(key);
    return current == null ? read.get(key) : current;
  }

  /** Whether a living person was read there. */
  boolean lived(PersonKey key) {
    return read.get(key) instanceof Person;
  }

  /** A new person. */
  Person create(Person person) {
    return put(person, expected(person.key()) + 1);
  }

  /** The person with what has changed of it. */
  Person update(Person person) {
    return put(person, Math.max(person.version(), expected(person.key()) + 1));
  }

  /** A distinct id that has no person of its own becomes one of the person's. */
  Person add(PersonKey vacant, String distinctId, Person person) {
    changed.put(vacant, new MergedPerson(vacant, expected(vacant) + 1, person.key().id()));
    links.join(vacant, person.key());
    added(person.key()).add(vacant.id());
    return update(
        copy(
            person,
            person.version(),
            person.distinctIds().plus(DistinctIds.of(distinctId)),
            person.applied()));
  }

  /**
   * The target takes over the source. Both get the same version, greater than either's: versions
   * order the overrides of everyone who was ever merged into the source.
   *
   * @param union the target with the properties that both have together
   */
  Person merge(Person source, Person union) {
    long version = Math.max(source.version(), union.version()) + 1;
    changed.put(source.key(), new MergedPerson(source.key(), version, union.key().id()));
    links.join(source.key(), union.key());
    Set<UUID> ids = added(union.key());
    ids.add(source.key().id());
    ids.addAll(added(source.key()));
    ids.addAll(ownIds(source));
    seen.merge(union.key(), seen.getOrDefault(source.key(), Applied.nothing()), Applied::plus);
    return put(
        copy(
            union,
            version,
            union.distinctIds().plus(source.distinctIds()),
            union.applied().plus(source.applied())),
        version);
  }

  /** Notes that an event was worked into the person, whether it changed it or not. */
  void seen(PersonKey person, PersonKey who, StreamPosition position) {
    seen.put(person, seen.getOrDefault(person, Applied.nothing()).with(who, position));
  }

  /** How many persons are to be written together with this one. */
  int together(PersonKey key) {
    return links.size(key);
  }

  /** The name of the group of changes that the person belongs to. */
  PersonKey group(PersonKey key) {
    return links.group(key);
  }

  /** All changes by group. */
  Map<PersonKey, List<PersonChange>> changes() {
    return changed.values().stream()
        .map(this::finished)
        .map(after -> new PersonChange(after, expected(after.key())))
        .collect(
            groupingBy(change -> links.group(change.after().key()), LinkedHashMap::new, toList()));
  }

  /** Whose events belong to the person since this pass. */
  Set<UUID> addedTo(PersonKey person) {
    return added.getOrDefault(person, Set.of());
  }

  /** The persons that the person's distinct ids have or would have of their own. */
  static Collection<UUID> ownIds(Person person) {
    List<String> ids = person.distinctIds().known();
    return ids.size() == 1
        ? Collections.singleton(person.key().id())
        : ids.stream().map(id -> PersonKey.of(person.key().project(), id).id()).toList();
  }

  private StoredPerson finished(StoredPerson stored) {
    return switch (stored) {
      case MergedPerson merged -> merged;
      case Person person ->
          copy(
              person,
              person.version(),
              person.distinctIds(),
              person.applied().plus(seen.getOrDefault(person.key(), Applied.nothing())));
    };
  }

  private Person put(Person person, long version) {
    Person next = copy(person, version, person.distinctIds(), person.applied());
    changed.put(next.key(), next);
    return next;
  }

  private Person copy(Person person, long version, DistinctIds distinctIds, Applied applied) {
    return new Person(
        person.key(),
        version,
        person.properties(),
        person.identified(),
        distinctIds,
        applied,
        person.createdAt(),
        now);
  }

  private Set<UUID> added(PersonKey key) {
    return added.computeIfAbsent(key, _ -> new LinkedHashSet<>());
  }

  private long expected(PersonKey key) {
    StoredPerson stored = read.get(key);
    return stored == null ? 0 : stored.version();
  }
}
