package dev.tenrec.maintenance;

import static dev.tenrec.maintenance.MaintenanceFixture.NOON;
import static dev.tenrec.maintenance.MaintenanceFixture.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenrec.lake.LakeTable;
import dev.tenrec.lake.testing.Faults;
import java.time.Duration;
import java.util.List;
import org.apache.iceberg.DataFiles;
import org.apache.iceberg.FileFormat;
import org.apache.iceberg.Table;
import org.junit.jupiter.api.Test;

class TestMaintenance {
  private final MaintenanceFixture fixture = new MaintenanceFixture();

  @Test
  void leavesItToTheRunThatIsUnderWay() {
    fixture.append(List.of(event("a")), List.of(event("b")));
    assertThat(fixture.state.acquire("maintenance", Duration.ofMinutes(15))).isPresent();
    fixture.run();

    assertThat(fixture.lastReport().counted("busy")).isEqualTo(1);
    assertThat(fixture.files(LakeTable.EVENTS)).hasSize(2);
  }

  @Test
  void wakesTheCommitterWhenRegistrationsWait() {
    fixture.run();
    assertThat(fixture.nudges).hasValue(0);

    fixture.pending(LakeTable.GROUPS, "memory://bucket/lake/groups/data/waits.parquet");
    fixture.run();
    assertThat(fixture.nudges).hasValue(1);
  }

  @Test
  void doesNothingForTablesThatDoNotExist() {
    fixture.run();

    assertThat(fixture.lake.files().locations()).isEmpty();
  }

  @Test
  void goesOnWithTheOtherTablesWhenOneFails() {
    Table groups = fixture.table(LakeTable.GROUPS);
    for (String gone : List.of("one", "two")) {
      groups
          .newAppend()
          .appendFile(
              DataFiles.builder(groups.spec())
                  .withPath("memory://bucket/" + gone)
                  .withFormat(FileFormat.PARQUET)
                  .withFileSizeInBytes(10)
                  .withRecordCount(1)
                  .build())
          .commit();
    }
    fixture.append(List.of(event("a")), List.of(event("b")));

    assertThatThrownBy(fixture::run).hasMessageContaining("memory://bucket/");
    assertThat(fixture.files(LakeTable.EVENTS)).hasSize(1);
    assertThat(fixture.state.acquire("maintenance", Duration.ofMinutes(15))).isPresent();
  }

  @Test
  void leavesTheRestToTheNextRunWhenTimeIsUp() {
    for (int day = 0; day < 3; day++) {
      var at = NOON.minus(Duration.ofDays(day));
      fixture.append(List.of(event("a" + day, at)), List.of(event("b" + day, at)));
    }
    fixture.faults.meanwhile(
        "before commit", () -> fixture.now.set(NOON.plus(Duration.ofMinutes(14))));
    fixture.run();

    assertThat(fixture.lastReport().counted("left")).isEqualTo(1);
    assertThat(fixture.files(LakeTable.EVENTS)).hasSize(5);

    fixture.run();
    assertThat(fixture.files(LakeTable.EVENTS)).hasSize(3);
    assertThat(fixture.uuids()).hasSize(6).doesNotHaveDuplicates();
  }

  @Test
  void changesNothingThatTheTableSaysWhereverItDies() {
    fixture.append(List.of(event("a")), List.of(event("b")));
    fixture.now.set(NOON.plus(Duration.ofDays(2)));
    Runnable lake = fixture.lake.snapshot();
    Runnable state = fixture.state.snapshot();
    int step = 0;
    for (boolean died = true; died; step++) {
      lake.run();
      state.run();
      fixture.now.set(NOON.plus(Duration.ofDays(2)));
      fixture.faults.crashAt(step);
      try {
        fixture.run();
      } catch (Faults.Crash e) {
        // The next run finds everything.
      }
      died = fixture.faults.happened();
      fixture.faults.recover();
      assertThat(fixture.uuids()).as("step " + step).containsExactlyInAnyOrder("a", "b");

      fixture.now.set(NOON.plus(Duration.ofDays(4)));
      fixture.run();
      assertThat(fixture.uuids()).as("after step " + step).containsExactlyInAnyOrder("a", "b");
      assertThat(fixture.files(LakeTable.EVENTS)).as("after step " + step).hasSize(1);
    }
    assertThat(step).isGreaterThan(40);
  }
}
