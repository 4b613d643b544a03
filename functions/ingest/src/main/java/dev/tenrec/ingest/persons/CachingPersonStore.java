package dev.tenrec.ingest.persons;

import dev.tenrec.ingest.events.JsonSize;
import dev.tenrec.stores.batches.Outcome;
import dev.tenrec.stores.persons.MergedPerson;
import dev.tenrec.stores.persons.Person;
import dev.tenrec.stores.persons.PersonChange;
import dev.tenrec.stores.persons.PersonKey;
import dev.tenrec.stores.persons.PersonStore;
import dev.tenrec.stores.persons.StoredPerson;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Remembers persons from one batch to the next, so that visitors who are active cost no reads. Each
 * write proves the copy: it expects the version that was remembered, and a person that lost is
 * forgotten and read again.
 *
 * <p>An event that changes nothing is not proven. It may miss, for the time a copy is trusted, what
 * the same person did under another distinct id in another shard; nothing orders those two anyway.
 *
 * <p>For one thread.
 */
public final class CachingPersonStore implements PersonStore {
  private static final int BESIDE_PROPERTIES = 300;

  private final PersonStore store;
  private final InstantSource clock;
  private final Duration trusted;
  private final long capacity;
  private final Map<PersonKey, Copy> copies = new LinkedHashMap<>(16, 0.75f, true);
  private long size;

  /**
   * @param trusted how long a copy is used
   * @param capacity how many bytes of persons are remembered, counted as text
   */
  public CachingPersonStore(
      PersonStore store, InstantSource clock, Duration trusted, long capacity) {
    this.store = store;
    this.clock = clock;
    this.trusted = trusted;
    this.capacity = capacity;
  }

  @Override
  public Map<PersonKey, StoredPerson> read(Collection<PersonKey> keys) {
    Instant now = clock.instant();
    Map<PersonKey, StoredPerson> found = new HashMap<>();
    Set<PersonKey> missing = new LinkedHashSet<>();
    for (PersonKey key : keys) {
      Copy copy = copies.get(key);
      if (copy != null && now.isBefore(copy.until())) {
        found.put(key, copy.person());
      } else {
        missing.add(key);
      }
    }
    if (!missing.isEmpty()) {
      Map<PersonKey, StoredPerson> read = store.read(missing);
      read.values().forEach(person -> remember(person, now));
      found.putAll(read);
    }
    return found;
  }

  @Override
  public List<Outcome> write(List<List<PersonChange>> groups) {
    // Whatever happens, what is written now is no longer what was remembered.
    groups.forEach(group -> group.forEach(change -> forget(change.after().key())));
    if (groups.isEmpty()) {
      return List.of();
    }
    List<Outcome> outcomes = store.write(groups);
    Instant now = clock.instant();
    for (int index = 0; index < outcomes.size(); index++) {
      if (outcomes.get(index) == Outcome.WRITTEN) {
        groups.get(index).forEach(change -> remember(change.after(), now));
      }
    }
    return outcomes;
  }

  private void remember(StoredPerson person, Instant now) {
    forget(person.key());
    Copy copy = new Copy(person, now.plus(trusted), weight(person));
    copies.put(person.key(), copy);
    size += copy.weight();
    Iterator<Copy> oldest = copies.values().iterator();
    while (size > capacity && oldest.hasNext()) {
      size -= oldest.next().weight();
      oldest.remove();
    }
  }

  private void forget(PersonKey key) {
    Copy copy = copies.remove(key);
    if (copy != null) {
      size -= copy.weight();
    }
  }

  private static long weight(StoredPerson stored) {
    return switch (stored) {
      case MergedPerson _ -> BESIDE_PROPERTIES;
      case Person person ->
          BESIDE_PROPERTIES
              + JsonSize.of(person.properties())
              + person.distinctIds().known().stream().mapToLong(String::length).sum();
    };
  }

  private record Copy(StoredPerson person, Instant until, long weight) {}
}
