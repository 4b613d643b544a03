package dev.tenrec.ingest.persons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.tenrec.stores.batches.Outcome;
import dev.tenrec.stores.batches.StoreUnavailableException;
import dev.tenrec.stores.persons.Applied;
import dev.tenrec.stores.persons.DistinctIds;
import dev.tenrec.stores.persons.Person;
import dev.tenrec.stores.persons.PersonChange;
import dev.tenrec.stores.persons.PersonKey;
import dev.tenrec.stores.persons.TestingPersonStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TestCachingPersonStore {
  private static final PersonKey ANA = PersonKey.of(1, "ana");

  private final TestingPersonStore store = new TestingPersonStore();
  private Instant now = Instant.parse("2026-05-04T10:00:00Z");
  private final CachingPersonStore cache =
      new CachingPersonStore(store, () -> now, Duration.ofSeconds(30), 10_000);

  @Test
  void whatWasReadOrWrittenIsNotReadAgain() {
    write(person("ana", 1), 0);
    store.write(List.of(List.of(new PersonChange(person("ben", 1), 0))));
    int calls = store.calls();
    assertThat(cache.read(List.of(ANA))).containsEntry(ANA, person("ana", 1));
    assertThat(store.calls()).isEqualTo(calls);
    cache.read(List.of(ANA, PersonKey.of(1, "ben")));
    cache.read(List.of(ANA, PersonKey.of(1, "ben")));
    assertThat(store.calls()).isEqualTo(calls + 1);
  }

  @Test
  void aCopyIsTrustedForAWhile() {
    write(person("ana", 1), 0);
    elsewhere(person("ana", 2), 1);
    now = now.plusSeconds(29);
    assertThat(cache.read(List.of(ANA)).get(ANA).version()).isEqualTo(1);
    now = now.plusSeconds(1);
    assertThat(cache.read(List.of(ANA)).get(ANA).version()).isEqualTo(2);
  }

  @Test
  void aCopyThatLostIsForgotten() {
    write(person("ana", 1), 0);
    elsewhere(person("ana", 2), 1);
    assertThat(write(person("ana", 2), 1)).containsExactly(Outcome.LOST);
    assertThat(cache.read(List.of(ANA)).get(ANA).version()).isEqualTo(2);
  }

  @Test
  void whatMayHaveBeenWrittenIsForgotten() {
    write(person("ana", 1), 0);
    store.failAfter(0, 1);
    assertThatThrownBy(() -> write(person("ana", 2), 1))
        .isInstanceOf(StoreUnavailableException.class);
    assertThat(cache.read(List.of(ANA)).get(ANA).version()).isEqualTo(2);
  }

  @Test
  void absenceIsNotRemembered() {
    assertThat(cache.read(List.of(ANA))).isEmpty();
    elsewhere(person("ana", 1), 0);
    assertThat(cache.read(List.of(ANA))).hasSize(1);
  }

  @Test
  void theLeastRecentlyUsedIsForgottenWhenThereIsNoRoom() {
    write(person("ana", 1), 0);
    for (int number : IntStream.range(0, 60).toArray()) {
      write(person("other-" + number, 1), 0);
      if (number == 20) {
        cache.read(List.of(PersonKey.of(1, "other-0")));
      }
    }
    int calls = store.calls();
    cache.read(List.of(PersonKey.of(1, "other-59")));
    assertThat(store.calls()).isEqualTo(calls);
    cache.read(List.of(ANA));
    assertThat(store.calls()).isEqualTo(calls + 1);
  }

  private List<Outcome> write(Person person, long expected) {
    return cache.write(List.of(List.of(new PersonChange(person, expected))));
  }

  private void elsewhere(Person person, long expected) {
    store.write(List.of(List.of(new PersonChange(person, expected))));
  }

  private static Person person(String distinctId, long version) {
    return new Person(
        PersonKey.of(1, distinctId),
        version,
        JsonNodeFactory.instance.objectNode(),
        false,
        DistinctIds.of(distinctId),
        Applied.nothing(),
        Instant.EPOCH,
        Instant.EPOCH);
  }
}
