package dev.tenrec.commit;

import static dev.tenrec.commit.CommitFixture.NOON;
import static dev.tenrec.commit.CommitFixture.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenrec.lake.LakeTable;
import dev.tenrec.lake.Micros;
import dev.tenrec.lake.pipeline.Registration;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.iceberg.Table;
import org.junit.jupiter.api.Test;

class TestCommitter {
  private final CommitFixture fixture = new CommitFixture();

  @Test
  void appendsAllThatWaitsInOneSnapshot() {
    Registration first = fixture.register(row("a"), row("b"));
    Registration second =
        fixture.register(
            fixture.write(row("c")), fixture.write(row("d", NOON.minus(Duration.ofDays(9)))));
    fixture.commit();

    assertThat(fixture.uuids()).containsExactlyInAnyOrder("a", "b", "c", "d");
    assertThat(fixture.pending()).isEmpty();
    Table events = fixture.lake.open().table(LakeTable.EVENTS);
    assertThat(events.snapshots()).hasSize(1);
    assertThat(events.currentSnapshot().summary())
        .containsEntry("tenrec.registrations", first.id() + "," + second.id())
        .containsEntry("added-records", "4");
    assertThat(fixture.lastReport().counted("events")).isEqualTo(4);
  }

  @Test
  void letsAScanLeaveOutTheFilesOfOtherDaysAndProjects() {
    fixture.register(
        fixture.write(row("a")),
        fixture.write(row("b", NOON.minus(Duration.ofDays(1)))),
        fixture.write(row("c", NOON.minus(Duration.ofDays(30))), row("d", NOON)));
    fixture.commit();

    assertThat(records(1, "2026-05-01T00:00:00Z", "2026-05-02T00:00:00Z")).containsExactly(1L, 2L);
    assertThat(records(1, "2026-04-30T00:00:00Z", "2026-05-01T00:00:00Z")).containsExactly(1L, 2L);
    assertThat(records(1, "2026-03-01T00:00:00Z", "2026-03-02T00:00:00Z")).isEmpty();
    assertThat(records(1, "2026-05-01T12:00:00.000001Z", "2026-05-03T00:00:00Z")).isEmpty();
    assertThat(records(2, "2026-05-01T00:00:00Z", "2026-05-02T00:00:00Z")).isEmpty();
  }

  private List<Long> records(long project, String from, String to) {
    return fixture
        .lake
        .open()
        .scan(
            LakeTable.EVENTS,
            project,
            Optional.of(Instant.parse(from)),
            Optional.of(Instant.parse(to)))
        .files()
        .stream()
        .map(file -> file.records())
        .sorted()
        .toList();
  }

  @Test
  void commitsTheOtherTablesAsTheyAre() {
    Table overrides = fixture.lake.open().table(LakeTable.PERSON_OVERRIDES);
    Object[] merge = {1L, "old", "new", 1L, Micros.of(NOON)};
    fixture.register(
        LakeTable.PERSON_OVERRIDES,
        fixture.write(overrides, Optional.empty(), List.of(merge, merge)));
    fixture.commit();

    assertThat(fixture.texts(LakeTable.PERSON_OVERRIDES, "old_person_id"))
        .containsExactly("old", "old");
  }

  @Test
  void commitsMoreRegistrationsThanOneSnapshotTakes() {
    for (int i = 0; i < 230; i++) {
      fixture.register(row("id" + i));
    }
    fixture.commit();

    assertThat(fixture.uuids()).hasSize(230).doesNotHaveDuplicates();
    assertThat(fixture.lake.open().table(LakeTable.EVENTS).snapshots()).hasSize(2);
    assertThat(fixture.pending()).isEmpty();
  }

  @Test
  void doesNothingWhenNothingWaits() {
    fixture.commit();

    assertThat(fixture.lake.files().locations()).isEmpty();
  }

  @Test
  void leavesItToTheOneWhoHoldsTheLease() {
    fixture.register(row("a"));
    assertThat(fixture.state.acquire("commit", Duration.ofMinutes(5))).isPresent();
    fixture.commit();

    assertThat(fixture.pending()).hasSize(1);
    assertThat(fixture.lastReport().counted("busy")).isEqualTo(1);
    // Should the holder be dead, somebody has to come again.
    assertThat(fixture.nudges).hasValue(1);
  }

  @Test
  void goesOnHalfAMinuteAfterTheDeathOfAnother() {
    fixture.register(row("a"));
    fixture.faults.meanwhile(
        "after acquire",
        () -> {
          throw new AssertionError("dead");
        });
    assertThatThrownBy(fixture::commit).hasMessage("dead");
    fixture.commit();
    assertThat(fixture.pending()).hasSize(1);

    pass(30);
    fixture.commit();

    assertThat(fixture.uuids()).containsExactly("a");
  }

  @Test
  void holdsTheLeaseAsLongAsItWorks() {
    fixture.register(row("a"));
    fixture.faults.meanwhile(
        "before remove",
        () -> {
          pass(15);
          fixture.faults.meanwhile(
              "before release",
              () -> {
                pass(20);
                fixture.register(row("b"));
                fixture.commit();
              });
        });
    fixture.commit();

    assertThat(fixture.reports.getFirst().counted("busy")).isEqualTo(1);
    assertThat(fixture.uuids()).containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void leavesTheRestToTheOneWhoHasTakenItsLease() {
    fixture.register(row("a"));
    fixture.faults.meanwhile(
        "before remove",
        () -> {
          pass(31);
          fixture.register(row("b"));
          fixture.commit();
        });
    fixture.commit();

    assertThat(fixture.uuids()).containsExactlyInAnyOrder("a", "b");
    assertThat(fixture.pending()).isEmpty();
  }

  @Test
  void looksAgainAfterItHasGivenTheLeaseBack() {
    fixture.register(row("a"));
    fixture.faults.meanwhile(
        "before release",
        () -> {
          fixture.register(row("b"));
          fixture.commit();
        });
    fixture.commit();

    assertThat(fixture.uuids()).containsExactlyInAnyOrder("a", "b");
    assertThat(fixture.reports.getFirst().counted("busy")).isEqualTo(1);
  }

  @Test
  void wakesAnotherRunWhenItsTimeIsUp() {
    fixture.register(row("a"));
    fixture.committer().run(Duration.ofSeconds(10));

    assertThat(fixture.nudges).hasValue(1);
    assertThat(fixture.pending()).hasSize(1);
  }

  @Test
  void doesNotLetOneTableHoldUpTheOthers() {
    fixture.register(row("a"));
    fixture.lake.open().table(LakeTable.GROUPS);
    Registration broken =
        fixture.register(
            LakeTable.GROUPS,
            new Registration.File(brokenFile("memory://bucket/broken"), Optional.empty(), 3, 1));

    assertThatThrownBy(fixture::commit).isInstanceOf(RuntimeException.class);

    assertThat(fixture.uuids()).containsExactly("a");
    assertThat(fixture.pending()).containsExactly(broken);
    assertThat(fixture.state.acquire("commit", Duration.ofMinutes(5))).isPresent();
  }

  private String brokenFile(String location) {
    try (var output = fixture.lake.files().newOutputFile(location).create()) {
      output.write(new byte[] {1, 2, 3});
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return location;
  }

  @Test
  void goesOnWithoutAFileThatSomebodyDeletedAndNotesIt() {
    fixture.register(
        fixture.write(row("a")),
        new Registration.File("memory://bucket/gone", Optional.empty(), 3, 1));
    fixture.commit();

    assertThat(fixture.uuids()).containsExactly("a");
    assertThat(fixture.pending()).isEmpty();
    assertThat(fixture.lastReport().counted("lost")).isEqualTo(1);
    assertThat(fixture.state.note("lost/memory://bucket/gone")).isPresent();
  }

  private void pass(int seconds) {
    fixture.now.set(fixture.now.get().plusSeconds(seconds));
  }
}
