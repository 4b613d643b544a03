package dev.tenrec.commit;

import static dev.tenrec.commit.CommitFixture.NOON;
import static dev.tenrec.commit.CommitFixture.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenrec.lake.LakeTable;
import dev.tenrec.lake.Micros;
import dev.tenrec.lake.testing.Faults;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.iceberg.Table;
import org.junit.jupiter.api.Test;

/** Whatever step a run ends at, each registration is in its table once when another has run. */
class TestCommitExactlyOnce {

  private static CommitFixture fixture() {
    CommitFixture fixture = new CommitFixture();
    LakeTable.all().forEach(table -> fixture.lake.open().table(table));
    fixture.register(row("a"), row("b"));
    fixture.commit();
    // One file as it is, one with duplicates, and a table that would take duplicates.
    fixture.register(row("c"), row("d", NOON.minus(Duration.ofDays(40))));
    fixture.register(row("b"), row("e"), row("c"));
    Table overrides = fixture.lake.open().table(LakeTable.PERSON_OVERRIDES);
    Object[] merge = {1L, "old", "new", 1L, Micros.of(NOON)};
    fixture.register(
        LakeTable.PERSON_OVERRIDES,
        fixture.write(overrides, Optional.empty(), List.<Object[]>of(merge)));
    return fixture;
  }

  private static void assertEachOnce(CommitFixture fixture, String what) {
    assertThat(fixture.uuids()).as(what).containsExactlyInAnyOrder("a", "b", "c", "d", "e");
    assertThat(fixture.texts(LakeTable.PERSON_OVERRIDES, "old_person_id"))
        .as(what)
        .containsExactly("old");
    assertThat(fixture.pending()).as(what).isEmpty();
  }

  @Test
  void neitherLosesNorDoublesWhenTheProcessDiesAtAnyStep() {
    CommitFixture fixture = fixture();
    Runnable restore = fixture.snapshot();
    int step = 0;
    for (boolean died = true; died; step++) {
      restore.run();
      fixture.faults.crashAt(step);
      try {
        fixture.commit();
      } catch (Faults.Crash e) {
        fixture.hashes = new HashCache(1_000);
      }
      died = fixture.faults.happened();
      fixture.faults.recover();
      // The lease of the dead one expires.
      fixture.now.set(NOON.plus(Duration.ofHours(1)));
      fixture.commit();
      assertEachOnce(fixture, "crash at step " + step);
    }
    assertThat(step).isGreaterThan(60);
  }

  @Test
  void neitherLosesNorDoublesWhenAServiceFailsAtAnyStep() {
    CommitFixture fixture = fixture();
    Runnable restore = fixture.snapshot();
    int step = 0;
    for (boolean failed = true; failed; step++) {
      restore.run();
      fixture.faults.failAt(step);
      try {
        fixture.commit();
      } catch (RuntimeException e) {
        // The messages come again.
      }
      failed = fixture.faults.happened();
      fixture.faults.recover();
      fixture.now.set(NOON.plus(Duration.ofHours(1)));
      fixture.commit();
      assertEachOnce(fixture, "failure at step " + step);
    }
    assertThat(step).isGreaterThan(60);
  }

  @Test
  void commitsOnceWhenAnotherCommitterComesBetweenAtAnyStep() {
    for (String step :
        List.of(
            "read parquet",
            "before write avro",
            "before commit",
            "after commit",
            "before remove")) {
      CommitFixture fixture = fixture();
      fixture.faults.meanwhile(
          step,
          () -> {
            // The first one was stopped for so long that its lease has expired.
            fixture.now.set(NOON.plus(Duration.ofHours(1)));
            fixture.committer().run(Duration.ofMinutes(5));
          });
      try {
        fixture.commit();
      } catch (RuntimeException e) {
        fixture.commit();
      }
      assertEachOnce(fixture, step);
    }
  }
}
