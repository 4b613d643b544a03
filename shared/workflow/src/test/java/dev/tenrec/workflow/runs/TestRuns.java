package dev.tenrec.workflow.runs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.tenrec.emulators.DynamoDbEmulator;
import dev.tenrec.stores.table.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract of {@link Runs}, for the table and for its twin. */
class TestRuns {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  static Stream<Runs> runs() {
    DynamoDbEmulator emulator = DynamoDbEmulator.shared();
    return Stream.of(
        new TestingRuns(_ -> {}),
        new DynamoDbRuns(new Table(emulator.client(), emulator.freshTable("runs"))));
  }

  @ParameterizedTest
  @MethodSource("runs")
  void anEventStartsARunOfAWorkflowOnce(Runs runs) {
    assertThat(runs.start(run(1, 1, "e", false))).isTrue();
    assertThat(runs.start(run(1, 2, "e", false))).isFalse();
    assertThat(runs.start(run(2, 3, "e", false))).isTrue();
    assertThat(runs.start(run(1, 4, "e", true))).isTrue();
    assertThat(runs.newest(7, 1, 10))
        .extracting(run -> run.key().id())
        .containsExactly(id(4), id(1));
    assertThat(runs.newest(7, 1, 1)).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("runs")
  void aRunIsFoundAsItWasKept(Runs runs) {
    Run run = run(1, 1, "e", false).adding(record());
    runs.start(run);
    assertThat(runs.find(run.key())).contains(run);
    assertThat(runs.find(new RunKey(7, 1, id(9)))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("runs")
  void ofTwoWhoChangeTheSameStateOneWins(Runs runs) {
    Run run = run(1, 1, "e", false);
    runs.start(run);
    Optional<Run> first = runs.save(run, run.at("one"));
    assertThat(first).get().extracting(Run::step).isEqualTo("one");
    assertThat(runs.save(run, run.at("two"))).isEmpty();
    assertThat(runs.save(first.orElseThrow(), run.at("three"))).isPresent();
    assertThat(runs.find(run.key())).get().extracting(Run::step).isEqualTo("three");
  }

  @ParameterizedTest
  @MethodSource("runs")
  void theDueIndexHoldsARunOnceAtItsTimeUntilItEnds(Runs runs) {
    Run run = run(1, 1, "e", false);
    runs.start(run);
    assertThat(runs.due(NOW, 10)).containsExactly(new Runs.Due(run.key(), NOW));
    Instant later = NOW.plusSeconds(3600);
    Run waiting = runs.save(run, run.until(Run.Status.WAITING, later)).orElseThrow();
    assertThat(runs.due(later.minusMillis(1), 10)).isEmpty();
    assertThat(runs.due(later, 10)).containsExactly(new Runs.Due(run.key(), later));
    runs.save(waiting, waiting.ended(Run.Status.CANCELLED, "", later));
    assertThat(runs.due(later.plusSeconds(99), 10)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("runs")
  void aFailedRunThatGoesOnIsDueAgainAndMayEndAgain(Runs runs) {
    Run run = run(1, 1, "e", false).adding(record());
    runs.start(run);
    Run failed = runs.save(run, run.ended(Run.Status.FAILED, "e", NOW)).orElseThrow();
    assertThat(runs.due(NOW.plusSeconds(99), 10)).isEmpty();
    // At the very moment it was due before, too.
    Run again = runs.save(failed, failed.again(4, NOW)).orElseThrow();
    assertThat(runs.due(NOW, 10)).containsExactly(new Runs.Due(run.key(), NOW));
    assertThat(again.workflowVersion()).isEqualTo(4);
    assertThat(again.log()).hasSize(2);
    assertThat(again.error()).isEmpty();
    assertThat(runs.find(run.key())).contains(again);
    runs.save(again, again.ended(Run.Status.COMPLETED, "", NOW));
    assertThat(runs.due(NOW.plusSeconds(99), 10)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("runs")
  void activityCountsTheRunsSinceThenByHowTheyAre(Runs runs) {
    for (int number = 1; number <= 4; number++) {
      runs.start(run(1, number, "e" + number, false));
    }
    runs.start(run(2, 5, "e", false));
    Run first = runs.find(new RunKey(7, 1, id(1))).orElseThrow();
    runs.save(first, first.ended(Run.Status.FAILED, "e", NOW));
    Run second = runs.find(new RunKey(7, 1, id(2))).orElseThrow();
    runs.save(second, second.ended(Run.Status.COMPLETED, "", NOW));
    Instant begun = Instant.ofEpochMilli(0x0190_0000_0000L);
    assertThat(runs.activity(7, 1, begun, 10)).isEqualTo(new Runs.Activity(4, 1, 2, false));
    assertThat(runs.activity(7, 1, begun, 4).more()).isFalse();
    assertThat(runs.activity(7, 1, begun, 3)).isEqualTo(new Runs.Activity(3, 0, 2, true));
    assertThat(runs.activity(7, 1, begun.plusMillis(1), 10).runs()).isZero();
  }

  private static StepRecord record() {
    return new StepRecord(
        "first", "S", "webhook", StepRecord.Status.FAILED, 2, NOW, Optional.of(NOW), "q", "r", "e");
  }

  private static Run run(long workflow, int id, String event, boolean test) {
    return new Run(
        new RunKey(7, workflow, id(id)),
        3,
        event,
        test,
        Run.Status.RUNNING,
        "first",
        NOW,
        1,
        JsonNodeFactory.instance.objectNode().put("k", "v"),
        List.of(),
        "",
        NOW,
        Optional.empty());
  }

  private static UUID id(int number) {
    return new UUID(0x0190_0000_0000_7000L, number);
  }
}
