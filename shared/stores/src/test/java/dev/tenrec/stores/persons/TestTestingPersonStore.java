package dev.tenrec.stores.persons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.tenrec.stores.batches.StoreUnavailableException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TestTestingPersonStore extends PersonStoreContract {
  private final TestingPersonStore store = new TestingPersonStore();

  @Override
  PersonStore store() {
    return store;
  }

  @Test
  void itFailsOnDemandAfterSomeOfTheGroups() {
    store.failAfter(1, 1);
    store.read(List.of());
    assertThatThrownBy(() -> store.write(List.of(group("ana"), group("ben"))))
        .isInstanceOf(StoreUnavailableException.class);
    assertThat(store.living(1).values())
        .extracting(Person::distinctIds)
        .containsExactly(DistinctIds.of("ana"));
    assertThat(store.calls()).isEqualTo(2);
    assertThat(store.changesWritten()).isEqualTo(1);
    assertThat(store.read(List.of(PersonKey.of(1, "ana")))).hasSize(1);
  }

  private static List<PersonChange> group(String distinctId) {
    return List.of(
        new PersonChange(
            new Person(
                PersonKey.of(1, distinctId),
                1,
                JsonNodeFactory.instance.objectNode(),
                false,
                DistinctIds.of(distinctId),
                Applied.nothing(),
                Instant.EPOCH,
                Instant.EPOCH),
            0));
  }
}
