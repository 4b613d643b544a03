package dev.tenrec.commit;

import static dev.tenrec.commit.CommitFixture.NOON;
import static dev.tenrec.commit.CommitFixture.TOMORROW;
import static dev.tenrec.commit.CommitFixture.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenrec.commit.CommitFixture.Row;
import dev.tenrec.lake.LakeTable;
import dev.tenrec.lake.Micros;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.iceberg.Table;
import org.junit.jupiter.api.Test;

/** An event id enters its table once. */
class TestDuplicates {
  private final CommitFixture fixture = new CommitFixture();

  @Test
  void dropsASecondRowOfTheSameFile() {
    fixture.register(row("a"), row("b"), row("a"), row("a"));
    fixture.commit();

    assertThat(fixture.uuids()).containsExactly("a", "b");
    assertThat(fixture.lastReport().counted("duplicates")).isEqualTo(2);
  }

  @Test
  void dropsARowOfAnotherFileOfTheSameCommit() {
    fixture.register(row("a"), row("b"));
    fixture.register(row("b"), row("c"));
    fixture.register(row("c"), row("a"));
    fixture.commit();

    assertThat(fixture.uuids()).containsExactlyInAnyOrder("a", "b", "c");
    assertThat(fixture.files(LakeTable.EVENTS)).hasSize(2);
  }

  @Test
  void dropsARowThatWasCommittedBefore() {
    fixture.register(row("a"), row("b"));
    fixture.commit();
    fixture.register(row("b"), row("c"));
    fixture.commit();
    fixture.register(row("c"), row("b"), row("a"));
    fixture.commit();

    assertThat(fixture.uuids()).containsExactlyInAnyOrder("a", "b", "c");
    assertThat(fixture.pending()).isEmpty();
    assertThat(fixture.lake.open().table(LakeTable.EVENTS).snapshots()).hasSize(2);
  }

  @Test
  void remembersNothingItCannotReadAgain() {
    fixture.register(row("a"), row("b"));
    fixture.commit();
    fixture.hashes = new HashCache(1_000);
    fixture.register(row("b"), row("c"));
    fixture.commit();

    assertThat(fixture.uuids()).containsExactlyInAnyOrder("a", "b", "c");
  }

  @Test
  void staysRightWhenTheCacheIsTooSmallForTheFiles() {
    fixture.hashes = new HashCache(1);
    for (int i = 0; i < 6; i++) {
      fixture.register(row("a"), row("b" + i), row("c" + i % 2));
      fixture.commit();
    }

    assertThat(fixture.uuids())
        .containsExactlyInAnyOrder("a", "b0", "b1", "b2", "b3", "b4", "b5", "c0", "c1");
    assertThat(fixture.hashes.size()).isEqualTo(1);
  }

  @Test
  void readsOnlyNewFilesWhenItIsWarm() {
    for (int i = 0; i < 3; i++) {
      fixture.register(row("a" + i));
      fixture.commit();
    }
    fixture.register(row("a3"));
    fixture.faults.recover();
    fixture.commit();

    assertThat(fixture.faults.steps()).filteredOn("read parquet"::equals).hasSize(1);
  }

  @Test
  void dropsARetryOnTheOtherSideOfMidnight() {
    fixture.register(row("a", Instant.parse("2026-05-01T23:59:59Z")));
    fixture.commit();
    fixture.register(row("a", Instant.parse("2026-05-02T00:00:01Z")));
    fixture.commit();
    fixture.register(row("a", Instant.parse("2026-04-30T23:59:59Z")), row("b"));
    fixture.commit();

    assertThat(fixture.uuids()).containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void doesNotLookFurtherThanTheNextDay() {
    fixture.register(row("a", NOON));
    fixture.commit();
    fixture.register(row("a", NOON.plus(Duration.ofDays(2))));
    fixture.commit();

    assertThat(fixture.uuids()).containsExactly("a", "a");
  }

  @Test
  void recognisesARetryOfLongAgo() {
    Instant longAgo = Instant.parse("2019-02-03T04:05:06Z");
    fixture.register(row("a", longAgo), row("b", NOON), row("c", TOMORROW));
    fixture.commit();
    fixture.register(row("a", longAgo), row("d", longAgo));
    fixture.commit();

    assertThat(fixture.uuids()).containsExactlyInAnyOrder("a", "b", "c", "d");
  }

  @Test
  void looksIntoFilesOfManyDaysAndFromThem() {
    Instant earlier = NOON.minus(Duration.ofDays(100));
    fixture.register(row("a", NOON), row("b", earlier));
    fixture.commit();
    fixture.register(row("b", earlier), row("c", earlier));
    fixture.register(row("a", NOON), row("c", earlier), row("d", NOON));
    fixture.commit();

    assertThat(fixture.uuids()).containsExactlyInAnyOrder("a", "b", "c", "d");
  }

  @Test
  void letsEveryProjectHaveItsOwnIds() {
    fixture.register(new Row(1, "a", NOON), new Row(2, "a", NOON));
    fixture.commit();
    fixture.register(new Row(2, "a", NOON), new Row(3, "a", NOON));
    fixture.commit();

    assertThat(fixture.lake.open().table(LakeTable.EVENTS).currentSnapshot().summary())
        .containsEntry("total-records", "3");
  }

  @Test
  void keepsTwoEventsWhoseHashesAreEqual() {
    Row[] twins = Collisions.twins(NOON);
    fixture.register(twins[0], row("b"), twins[1]);
    fixture.commit();
    assertThat(fixture.uuids()).contains(twins[0].uuid(), "b");
    assertThat(totalRecords()).isEqualTo("3");

    fixture.register(twins[1], row("c"));
    fixture.commit();
    assertThat(totalRecords()).isEqualTo("4");
  }

  private String totalRecords() {
    return fixture
        .lake
        .open()
        .table(LakeTable.EVENTS)
        .currentSnapshot()
        .summary()
        .get("total-records");
  }

  @Test
  void dropsRepeatedRejectionsToo() {
    Table rejected = fixture.lake.open().table(LakeTable.REJECTED);
    Object[] rejection = {
      1L, "r", Micros.of(NOON), "lake", "why", "detail", null, null, null, "{}"
    };
    for (int i = 0; i < 2; i++) {
      fixture.register(
          LakeTable.REJECTED,
          fixture.write(
              rejected,
              Optional.of(java.time.LocalDate.parse("2026-05-01")),
              List.<Object[]>of(rejection)));
      fixture.commit();
    }

    assertThat(fixture.texts(LakeTable.REJECTED, "uuid")).containsExactly("r");
  }

  @Test
  void findsADuplicateInAFileThatCompactionMade() {
    fixture.register(row("a"), row("b"));
    fixture.register(row("c"));
    fixture.commit();
    new TestingCompaction(fixture).run();
    fixture.register(row("c"), row("a"), row("d"));
    fixture.commit();

    assertThat(fixture.files(LakeTable.EVENTS)).hasSize(2);
    assertThat(fixture.uuids()).containsExactlyInAnyOrder("a", "b", "c", "d");
  }

  @Test
  void findsADuplicateWhenCompactionReplacesTheFilesMeanwhile() {
    for (String step : List.of("read parquet", "before write avro", "before commit")) {
      CommitFixture each = new CommitFixture();
      each.register(row("a"), row("b"));
      each.register(row("c"));
      each.commit();
      each.register(row("c"), row("a"), row("d"));
      each.faults.meanwhile(step, new TestingCompaction(each)::run);
      each.commit();

      assertThat(each.uuids()).as(step).containsExactlyInAnyOrder("a", "b", "c", "d");
      assertThat(each.files(LakeTable.EVENTS)).as(step).hasSize(2);
    }
  }
}
