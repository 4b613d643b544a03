package dev.tenrec.stores.persons;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Finds persons, following merges. For readers; those who write follow merges themselves. */
public final class PersonFinder {
  private final PersonStore store;

  public PersonFinder(PersonStore store) {
    this.store = store;
  }

  /** The person that the distinct id belongs to. */
  public Optional<Person> byDistinctId(long project, String distinctId) {
    return find(PersonKey.of(project, distinctId));
  }

  /** The person of that id, or who took it over. */
  public Optional<Person> byId(long project, UUID id) {
    return find(new PersonKey(project, id));
  }

  private Optional<Person> find(PersonKey start) {
    PersonKey key = start;
    while (true) {
      switch (store.read(List.of(key)).get(key)) {
        case null -> {
          return Optional.empty();
        }
        case Person person -> {
          return Optional.of(person);
        }
        case MergedPerson merged -> key = merged.next();
      }
    }
  }
}
