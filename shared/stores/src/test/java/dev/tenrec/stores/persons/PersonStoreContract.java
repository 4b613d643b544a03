package dev.tenrec.stores.persons;

import static dev.tenrec.stores.batches.Outcome.LOST;
import static dev.tenrec.stores.batches.Outcome.WRITTEN;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store of persons does. */
abstract class PersonStoreContract {
  private static final Instant NOW = Instant.parse("2026-05-04T10:11:12.345678Z");

  private final String run = UUID.randomUUID().toString();

  /** A store in which nobody else writes these tests' distinct ids. */
  abstract PersonStore store();

  @Test
  void nothingStandsUnderAnUnknownKey() {
    assertThat(store().read(List.of(key("unknown")))).isEmpty();
    assertThat(store().read(List.of())).isEmpty();
  }

  @Test
  void whatIsWrittenIsReadAsItWas() {
    ObjectNode small = JsonNodeFactory.instance.objectNode().put("price", new BigDecimal("1.10"));
    ObjectNode large = JsonNodeFactory.instance.objectNode();
    IntStream.range(0, 200).forEach(n -> large.put("property " + n, "wert € " + n));
    Person first =
        new Person(
            key("ana"),
            1,
            small,
            true,
            new DistinctIds(List.of("ana", "anonymous-1"), 7),
            Applied.nothing().with(key("ana"), new StreamPosition("495903382714", 3)),
            NOW.minusSeconds(60),
            NOW);
    Person second =
        new Person(key("ben"), 4, large, false, DistinctIds.of("ben"), Applied.nothing(), NOW, NOW);
    MergedPerson merged = new MergedPerson(key("cid"), 2, first.key().id());
    assertThat(
            store()
                .write(
                    List.of(
                        List.of(new PersonChange(first, 0), new PersonChange(merged, 0)),
                        List.of(new PersonChange(second, 0)))))
        .containsExactly(WRITTEN, WRITTEN);
    assertThat(store().read(List.of(first.key(), second.key(), merged.key(), key("dan"))))
        .containsOnlyKeys(first.key(), second.key(), merged.key())
        .containsEntry(first.key(), first)
        .containsEntry(second.key(), second)
        .containsEntry(merged.key(), merged);
  }

  @Test
  void aWriteOverAnotherVersionIsLost() {
    assertThat(write(person("eva", 1), 0)).containsExactly(WRITTEN);
    assertThat(write(person("eva", 2), 0)).containsExactly(LOST);
    assertThat(write(person("eva", 3), 2)).containsExactly(LOST);
    assertThat(write(person("eva", 2), 1)).containsExactly(WRITTEN);
    assertThat(write(new MergedPerson(key("eva"), 5, key("fay").id()), 2)).containsExactly(WRITTEN);
    assertThat(store().read(List.of(key("eva"))).get(key("eva")).version()).isEqualTo(5);
  }

  @Test
  void aGroupIsWrittenWhollyOrNotAtAllAndDoesNotTakeOthersWithIt() {
    write(person("gil", 1), 0);
    List<List<PersonChange>> groups =
        List.of(
            List.of(new PersonChange(person("hal", 1), 0)),
            List.of(
                new PersonChange(person("ida", 1), 0),
                new PersonChange(person("gil", 1), 0),
                new PersonChange(person("jan", 1), 0)),
            List.of(new PersonChange(person("kai", 1), 0), new PersonChange(person("gil", 2), 1)));
    assertThat(store().write(List.of(groups.get(0), groups.get(1)))).containsExactly(WRITTEN, LOST);
    assertThat(store().write(List.of(groups.get(2)))).containsExactly(WRITTEN);
    assertThat(store().read(List.of(key("hal"), key("ida"), key("jan"), key("kai"))))
        .containsOnlyKeys(key("hal"), key("kai"));
  }

  @Test
  void manyPersonsAreWrittenAndReadInOneCall() {
    List<Person> persons =
        IntStream.range(0, 250).mapToObj(number -> person("many-" + number, 1)).toList();
    assertThat(
            store()
                .write(
                    persons.stream().map(person -> List.of(new PersonChange(person, 0))).toList()))
        .hasSize(250)
        .containsOnly(WRITTEN);
    assertThat(store().read(persons.stream().map(Person::key).toList()))
        .hasSize(250)
        .containsValues(persons.toArray(Person[]::new));
  }

  @Test
  void aFinderFollowsMerges() {
    Person last = person("last", 1);
    store()
        .write(
            List.of(
                List.of(new PersonChange(last, 0)),
                List.of(new PersonChange(new MergedPerson(key("middle"), 1, last.key().id()), 0)),
                List.of(
                    new PersonChange(new MergedPerson(key("first"), 1, key("middle").id()), 0))));
    PersonFinder finder = new PersonFinder(store());
    assertThat(finder.byDistinctId(1, run + "first")).contains(last);
    assertThat(finder.byId(1, key("middle").id())).contains(last);
    assertThat(finder.byDistinctId(1, run + "nobody")).isEmpty();
    assertThat(finder.byDistinctId(2, run + "first")).isEmpty();
  }

  private List<dev.tenrec.stores.batches.Outcome> write(StoredPerson person, long expected) {
    return store().write(List.of(List.of(new PersonChange(person, expected))));
  }

  private Person person(String distinctId, long version) {
    return new Person(
        key(distinctId),
        version,
        JsonNodeFactory.instance.objectNode(),
        false,
        DistinctIds.of(run + distinctId),
        Applied.nothing(),
        NOW,
        NOW);
  }

  private PersonKey key(String distinctId) {
    return PersonKey.of(1, run + distinctId);
  }
}
