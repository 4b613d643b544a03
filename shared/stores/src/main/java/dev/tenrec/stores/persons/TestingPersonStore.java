package dev.tenrec.stores.persons;

import dev.tenrec.stores.batches.Outcome;
import dev.tenrec.stores.batches.StoreUnavailableException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Persons in memory, for tests, with the failures that a real table has. */
public final class TestingPersonStore implements PersonStore {
  private final Map<PersonKey, StoredPerson> persons = new HashMap<>();
  private Consumer<List<PersonChange>> beforeWrite = _ -> {};
  private int callsUntilFailure = -1;
  private int groupsBeforeFailure;
  private int calls;
  private int changesWritten;

  /**
   * Calls succeed that often, then one fails, then they succeed again.
   *
   * @param groupsWritten how many groups a failing write has written before it fails
   */
  public synchronized void failAfter(int successfulCalls, int groupsWritten) {
    callsUntilFailure = successfulCalls;
    groupsBeforeFailure = groupsWritten;
  }

  /** Runs before each group is written, as somebody else's write would come in between. */
  public synchronized void beforeEachGroup(Consumer<List<PersonChange>> interruption) {
    beforeWrite = interruption;
  }

  /** How many calls there were. */
  public synchronized int calls() {
    return calls;
  }

  /** How many persons were written, each time counted. */
  public synchronized int changesWritten() {
    return changesWritten;
  }

  /** Everything there is, by key. */
  public synchronized Map<PersonKey, StoredPerson> everything() {
    return Map.copyOf(persons);
  }

  /** The living persons of a project by id. */
  public synchronized Map<String, Person> living(long project) {
    Map<String, Person> living = new TreeMap<>();
    persons.forEach(
        (key, stored) -> {
          if (key.project() == project && stored instanceof Person person) {
            living.put(key.id().toString(), person);
          }
        });
    return living;
  }

  @Override
  public synchronized Map<PersonKey, StoredPerson> read(Collection<PersonKey> keys) {
    if (failsNow()) {
      throw new StoreUnavailableException("The store fails on demand");
    }
    Map<PersonKey, StoredPerson> found = new HashMap<>();
    for (PersonKey key : keys) {
      StoredPerson stored = persons.get(key);
      if (stored != null) {
        found.put(key, stored);
      }
    }
    return found;
  }

  @Override
  public synchronized List<Outcome> write(List<List<PersonChange>> groups) {
    check(groups);
    boolean fails = failsNow();
    List<Outcome> outcomes = new ArrayList<>();
    for (List<PersonChange> group : groups) {
      if (fails && outcomes.size() == groupsBeforeFailure) {
        break;
      }
      beforeWrite.accept(group);
      outcomes.add(writeGroup(group));
    }
    if (fails) {
      throw new StoreUnavailableException("The store fails on demand");
    }
    return outcomes;
  }

  private static void check(List<List<PersonChange>> groups) {
    Set<PersonKey> keys = new HashSet<>();
    for (List<PersonChange> group : groups) {
      if (group.isEmpty() || group.size() > 100) {
        throw new IllegalArgumentException("A group has " + group.size() + " changes");
      }
      for (PersonChange change : group) {
        if (!keys.add(change.after().key())) {
          throw new IllegalArgumentException("Two changes of " + change.after().key());
        }
      }
    }
  }

  private Outcome writeGroup(List<PersonChange> group) {
    for (PersonChange change : group) {
      StoredPerson there = persons.get(change.after().key());
      if ((there == null ? 0 : there.version()) != change.expected()) {
        return Outcome.LOST;
      }
    }
    group.forEach(change -> persons.put(change.after().key(), change.after()));
    changesWritten += group.size();
    return Outcome.WRITTEN;
  }

  private boolean failsNow() {
    calls++;
    return callsUntilFailure-- == 0;
  }
}
