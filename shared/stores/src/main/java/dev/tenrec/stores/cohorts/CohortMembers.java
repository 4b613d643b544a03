package dev.tenrec.stores.cohorts;

import dev.tenrec.stores.table.Condition;
import dev.tenrec.stores.table.Item;
import dev.tenrec.stores.table.Table;
import dev.tenrec.stores.table.Write;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** The lists of static cohorts. Adding twice and removing who is not there change nothing. */
public final class CohortMembers {
  private static final String PERSON = "person#";
  private static final String COHORT = "cohort#";

  // Two writes each; a transaction has at most a hundred.
  private static final int AT_ONCE = 50;

  private final Table table;

  public CohortMembers(Table table) {
    this.table = table;
  }

  /** Puts persons on a cohort's list. */
  public void add(long project, long cohort, Collection<UUID> persons) {
    write(
        persons,
        person ->
            keys(project, cohort, person)
                .map(key -> new Write.Put(Item.at(key.partition(), key.sort()), Condition.none())));
  }

  /** Takes persons off a cohort's list. */
  public void remove(long project, long cohort, Collection<UUID> persons) {
    write(
        persons,
        person ->
            keys(project, cohort, person).map(key -> new Write.Delete(key, Condition.none())));
  }

  /** Empties a cohort's list. */
  public void clear(long project, long cohort) {
    remove(project, cohort, of(project, cohort));
  }

  /** Who is on a cohort's list. */
  public List<UUID> of(long project, long cohort) {
    return table.list(list(project, cohort), PERSON).stream()
        .map(item -> UUID.fromString(item.key().sort().substring(PERSON.length())))
        .toList();
  }

  /** On which cohorts' lists any of these persons is. */
  public Set<Long> cohortsOf(long project, Collection<UUID> persons) {
    Set<Long> cohorts = new HashSet<>();
    for (UUID person : persons) {
      for (Item item : table.list(member(project, person), COHORT)) {
        cohorts.add(Long.parseLong(item.key().sort().substring(COHORT.length())));
      }
    }
    return cohorts;
  }

  private void write(Collection<UUID> persons, Function<UUID, Stream<? extends Write>> writes) {
    List<UUID> distinct = persons.stream().distinct().toList();
    for (int from = 0; from < distinct.size(); from += AT_ONCE) {
      List<Write> chunk = new ArrayList<>();
      distinct
          .subList(from, Math.min(from + AT_ONCE, distinct.size()))
          .forEach(person -> writes.apply(person).forEach(chunk::add));
      table.transact(chunk);
    }
  }

  private static Stream<Item.Key> keys(long project, long cohort, UUID person) {
    return Stream.of(
        new Item.Key(list(project, cohort), PERSON + person),
        new Item.Key(member(project, person), COHORT + cohort));
  }

  private static String list(long project, long cohort) {
    return "cohort#" + project + "#" + cohort;
  }

  private static String member(long project, UUID person) {
    return "member#" + project + "#" + person;
  }
}
