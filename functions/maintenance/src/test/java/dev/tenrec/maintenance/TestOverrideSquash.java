package dev.tenrec.maintenance;

import static dev.tenrec.maintenance.MaintenanceFixture.NOON;
import static dev.tenrec.maintenance.MaintenanceFixture.event;
import static dev.tenrec.maintenance.MaintenanceFixture.eventOf;
import static dev.tenrec.maintenance.MaintenanceFixture.merge;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenrec.lake.LakeColumn;
import dev.tenrec.lake.LakeTable;
import dev.tenrec.lake.Micros;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TestOverrideSquash {
  private static final Instant LONG_AGO = NOON.minus(Duration.ofDays(40));

  private final MaintenanceFixture fixture = new MaintenanceFixture();

  @BeforeEach
  void twoMergesAreWorthIt() {
    MaintenanceSettings standard = fixture.settings;
    fixture.settings =
        new MaintenanceSettings(
            standard.fileBytes(),
            standard.snapshotAge(),
            standard.orphanAge(),
            standard.rejectedAge(),
            standard.overrideAge(),
            2,
            standard.memoryBytes());
  }

  private void events() {
    fixture.append(List.of(eventOf("old", "a", LONG_AGO), eventOf("ann", "b", LONG_AGO)));
    fixture.append(List.of(eventOf("older", "c", LONG_AGO.plus(Duration.ofDays(2)))));
    fixture.append(
        List.of(eventOf("young", "d", NOON)), List.of(event("e", NOON.minusSeconds(90_000))));
  }

  @Test
  void dropsOldMergesWhenEveryEventHasTakenThemIn() {
    events();
    fixture.append(
        LakeTable.PERSON_OVERRIDES,
        merge(1, "old", "ann", 1, LONG_AGO),
        merge(1, "older", "young", 1, LONG_AGO),
        merge(1, "young", "bob", 1, NOON));
    fixture.run();

    assertThat(fixture.rows(LakeTable.EVENTS, "uuid", "person_id"))
        .containsExactlyInAnyOrder(
            List.of("a", "ann"),
            List.of("b", "ann"),
            List.of("c", "bob"),
            List.of("d", "young"),
            List.of("e", "ann"));
    assertThat(fixture.column(LakeTable.PERSON_OVERRIDES, "old_person_id"))
        .containsExactly("young");
    assertThat(fixture.state.note("squash")).hasValue("none");
    assertThat(fixture.lastReport().counted("files_in")).isEqualTo(3);
  }

  @Test
  void exceptionsTakeMergesInBeforeTheyAreDropped() {
    events();
    fixture.append(
        LakeTable.EXCEPTIONS, exception("a", "old", LONG_AGO), exception("d", "young", NOON));
    fixture.append(
        LakeTable.PERSON_OVERRIDES,
        merge(1, "old", "ann", 1, LONG_AGO),
        merge(1, "older", "ann", 1, LONG_AGO));
    fixture.run();

    assertThat(fixture.files(LakeTable.PERSON_OVERRIDES)).isEmpty();
    assertThat(fixture.rows(LakeTable.EXCEPTIONS, "uuid", "person_id"))
        .containsExactlyInAnyOrder(List.of("a", "ann"), List.of("d", "young"));
  }

  private static Object[] exception(String uuid, String person, Instant at) {
    Object[] row = new Object[LakeTable.EXCEPTIONS.columns().size()];
    for (int i = 0; i < row.length; i++) {
      LakeColumn column = LakeTable.EXCEPTIONS.columns().get(i);
      row[i] =
          switch (column.type()) {
            case STRING -> "";
            case STRINGS -> List.of();
            case BOOLEAN -> true;
            case LONG -> 1L;
            case INT -> 1;
            case TIMESTAMP -> Micros.of(at);
          };
    }
    row[LakeTable.EXCEPTIONS.indexOf("uuid")] = uuid;
    row[LakeTable.EXCEPTIONS.indexOf("person_id")] = person;
    return row;
  }

  @Test
  void dropsTheLastMergeToo() {
    events();
    fixture.append(
        LakeTable.PERSON_OVERRIDES,
        merge(1, "old", "ann", 1, LONG_AGO),
        merge(1, "older", "ann", 1, LONG_AGO));
    fixture.run();

    assertThat(fixture.files(LakeTable.PERSON_OVERRIDES)).isEmpty();
    assertThat(fixture.rows(LakeTable.EVENTS, "uuid", "person_id"))
        .contains(List.of("a", "ann"), List.of("c", "ann"));
  }

  @Test
  void keepsMergesThatAreTooFewToBeWorthIt() {
    events();
    fixture.append(
        LakeTable.PERSON_OVERRIDES,
        merge(1, "old", "ann", 1, LONG_AGO),
        merge(1, "older", "ann", 1, NOON));
    fixture.run();

    assertThat(fixture.files(LakeTable.PERSON_OVERRIDES).getFirst().records()).isEqualTo(2);
    assertThat(fixture.rows(LakeTable.EVENTS, "uuid", "person_id")).contains(List.of("a", "old"));
  }

  @Test
  void goesOnWhereTheLastRunEnded() {
    events();
    fixture.append(
        LakeTable.PERSON_OVERRIDES,
        merge(1, "old", "ann", 1, LONG_AGO),
        merge(1, "older", "ann", 1, LONG_AGO));
    fixture.faults.meanwhile(
        "after note", () -> fixture.now.set(NOON.plus(Duration.ofMinutes(14))));
    fixture.run();

    assertThat(fixture.state.note("squash").orElseThrow()).endsWith(" 2026-03-22");
    assertThat(fixture.rows(LakeTable.EVENTS, "uuid", "person_id"))
        .contains(List.of("a", "ann"), List.of("c", "older"));
    assertThat(fixture.files(LakeTable.PERSON_OVERRIDES).getFirst().records()).isEqualTo(2);

    fixture.run();
    assertThat(fixture.rows(LakeTable.EVENTS, "uuid", "person_id")).contains(List.of("c", "ann"));
    assertThat(fixture.files(LakeTable.PERSON_OVERRIDES)).isEmpty();
  }
}
