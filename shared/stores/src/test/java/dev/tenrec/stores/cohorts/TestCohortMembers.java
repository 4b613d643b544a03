package dev.tenrec.stores.cohorts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenrec.emulators.DynamoDbEmulator;
import dev.tenrec.stores.table.Table;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TestCohortMembers {
  private final DynamoDbEmulator engine = DynamoDbEmulator.shared();
  private final CohortMembers members =
      new CohortMembers(new Table(engine.client(), engine.freshTable("persons")));

  @Test
  void tellsWhoIsOnAListAndOnWhichListsSomebodyIs() {
    UUID ada = UUID.randomUUID();
    UUID bob = UUID.randomUUID();
    members.add(1, 7, List.of(ada, bob));
    members.add(1, 7, List.of(ada));
    members.add(1, 8, List.of(ada));
    members.add(2, 9, List.of(ada));

    assertThat(members.of(1, 7)).containsExactlyInAnyOrder(ada, bob);
    assertThat(members.cohortsOf(1, List.of(ada))).containsExactlyInAnyOrder(7L, 8L);
    assertThat(members.cohortsOf(1, List.of(bob))).containsExactly(7L);

    members.remove(1, 7, List.of(ada, UUID.randomUUID()));
    assertThat(members.of(1, 7)).containsExactly(bob);
    assertThat(members.cohortsOf(1, List.of(ada))).containsExactly(8L);
  }

  @Test
  void longListsAreWrittenAndCleared() {
    List<UUID> many = Stream.generate(UUID::randomUUID).limit(120).toList();
    members.add(1, 7, many);
    assertThat(members.of(1, 7)).containsExactlyInAnyOrderElementsOf(many);
    members.clear(1, 7);
    assertThat(members.of(1, 7)).isEmpty();
    assertThat(members.cohortsOf(1, many)).isEmpty();
  }
}
