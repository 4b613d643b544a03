package dev.tenrec.maintenance;

import static dev.tenrec.maintenance.MaintenanceFixture.NOON;
import static dev.tenrec.maintenance.MaintenanceFixture.event;
import static dev.tenrec.maintenance.MaintenanceFixture.eventOf;
import static dev.tenrec.maintenance.MaintenanceFixture.merge;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenrec.lake.LakeTable;
import dev.tenrec.lake.Micros;
import dev.tenrec.maintenance.MaintenanceFixture.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DataFiles;
import org.apache.iceberg.FileFormat;
import org.apache.iceberg.types.Types;
import org.junit.jupiter.api.Test;

class TestCompaction {
  private final MaintenanceFixture fixture = new MaintenanceFixture();

  @Test
  void makesOneSortedFileOfADay() {
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      events.add(
          new Event(1 + i % 2, "id" + i, "event" + i % 3, "person" + i % 5, NOON.plusSeconds(i)));
    }
    Collections.shuffle(events, new Random(1));
    fixture.append(events.subList(0, 20), events.subList(20, 50), events.subList(50, 60));
    fixture.append(List.of(event("before", NOON.minus(Duration.ofDays(1)))));
    fixture.run();

    assertThat(fixture.files(LakeTable.EVENTS)).hasSize(2);
    List<List<Object>> rows =
        fixture.rows(LakeTable.EVENTS, "project_id", "event", "person_id", "timestamp", "uuid");
    assertThat(rows).hasSize(61);
    List<String> ofTheDay =
        rows.stream()
            .filter(row -> !row.get(4).equals("before"))
            .map(row -> row.subList(0, 4).toString())
            .toList();
    assertThat(ofTheDay).isSorted();
    assertThat(rows.stream().map(row -> row.get(4)))
        .containsAll(events.stream().map(it -> (Object) it.uuid()).toList());
  }

  @Test
  void keepsWhatAScanNeedsToLeaveFilesOut() {
    fixture.append(List.of(event("a")), List.of(event("b", NOON.plusSeconds(5))));
    fixture.run();

    assertThat(records(1, NOON, NOON.plusSeconds(1))).isEqualTo(2);
    assertThat(records(1, NOON.plusSeconds(6), NOON.plusSeconds(9))).isZero();
    assertThat(records(2, NOON, NOON.plusSeconds(1))).isZero();
  }

  private long records(long project, Instant from, Instant to) {
    return fixture
        .lake
        .open()
        .scan(LakeTable.EVENTS, project, Optional.of(from), Optional.of(to))
        .records();
  }

  @Test
  void keepsColumnsThatOnlySomeFilesHave() {
    fixture.append(List.of(event("a")));
    fixture
        .table(LakeTable.EVENTS)
        .updateSchema()
        .addColumn("plan", Types.StringType.get())
        .commit();
    fixture.append(List.of(event("b")));
    fixture.run();

    assertThat(fixture.files(LakeTable.EVENTS)).hasSize(1);
    assertThat(fixture.rows(LakeTable.EVENTS, "uuid", "plan", "properties"))
        .containsExactlyInAnyOrder(
            java.util.Arrays.asList("a", null, "é"), java.util.Arrays.asList("b", null, "é"));
  }

  @Test
  void takesFilesOfManyDaysApart() {
    Instant early = Instant.parse("1969-12-31T23:59:59.999999Z");
    List<Event> many = new ArrayList<>();
    IntStream.range(0, 1_000).forEach(i -> many.add(event("early" + i, early)));
    IntStream.range(0, 1_500)
        .forEach(i -> many.add(event("late" + i, Instant.parse("9998-05-01T23:59:59.999999Z"))));
    List<Event> few =
        IntStream.range(0, 30)
            .mapToObj(i -> event("few" + i, NOON.minus(Duration.ofDays(i))))
            .toList();
    fixture.append(concat(many, few.subList(0, 10)), few.subList(10, 30));
    fixture.run();

    assertThat(fixture.files(LakeTable.EVENTS).stream().map(file -> file.records()))
        .containsExactlyInAnyOrder(1_000L, 1_500L, 30L);
    assertThat(fixture.files(LakeTable.EVENTS).stream().map(file -> file.location()))
        .anyMatch(location -> location.contains("timestamp_day=1969-12-31/"))
        .anyMatch(location -> location.contains("timestamp_day=9998-05-01/"));
    assertThat(fixture.uuids()).hasSize(2_530).doesNotHaveDuplicates();
    assertThat(records(1, early, early.plusNanos(1_000))).isEqualTo(1_000);
  }

  private static List<Event> concat(List<Event> first, List<Event> second) {
    List<Event> both = new ArrayList<>(first);
    both.addAll(second);
    return both;
  }

  @Test
  void putsRowsOfOneDayThatAreLeftIntoThatDay() {
    fixture.append(
        List.of(event("a"), event("b", NOON.minus(Duration.ofDays(1)))),
        List.of(event("b", NOON.minus(Duration.ofDays(1))), event("a")));
    fixture.table(LakeTable.EVENTS);
    List<Event> many =
        IntStream.range(0, 1_000)
            .mapToObj(i -> event("many" + i, NOON.minus(Duration.ofDays(1))))
            .toList();
    fixture.append(concat(many, List.of(event("c"))));
    fixture.run();

    assertThat(fixture.files(LakeTable.EVENTS).stream().map(file -> file.records()))
        .containsExactlyInAnyOrder(1_001L, 2L);
  }

  @Test
  void dropsRepeatedKeys() {
    fixture.append(List.of(event("a"), event("b")), List.of(event("b"), event("c")));
    fixture.run();

    assertThat(fixture.uuids()).containsExactlyInAnyOrder("a", "b", "c");
  }

  @Test
  void keepsTheHighestVersionOfAPerson() {
    fixture.append(LakeTable.PERSON_VERSIONS, person("ann", 1, "a"), person("bob", 7, "b"));
    fixture.append(LakeTable.PERSON_VERSIONS, person("ann", 3, "a", "ä"), person("bob", 6));
    fixture.append(LakeTable.PERSON_VERSIONS, person("ann", 2));
    fixture.run();

    assertThat(fixture.rows(LakeTable.PERSON_VERSIONS, "person_id", "version", "distinct_ids"))
        .containsExactly(List.of("ann", 3L, List.of("a", "ä")), List.of("bob", 7L, List.of("b")));
  }

  private static Object[] person(String id, long version, String... distinctIds) {
    long at = Micros.of(NOON);
    return new Object[] {1L, id, version, List.of(distinctIds), "{}", true, false, at, at};
  }

  @Test
  void keepsTheHighestVersionOfAGroup() {
    long at = Micros.of(NOON);
    fixture.append(LakeTable.GROUPS, new Object[] {1L, 0, "company", "acme", 1L, "{}", at, at});
    fixture.append(
        LakeTable.GROUPS,
        new Object[] {1L, 0, "company", "acme", 2L, "{\"a\":1}", at, at},
        new Object[] {1L, 1, "team", "acme", 1L, "{}", at, at});
    fixture.run();

    assertThat(fixture.rows(LakeTable.GROUPS, "type_index", "key", "properties"))
        .containsExactly(List.of(0, "acme", "{\"a\":1}"), List.of(1, "acme", "{}"));
  }

  @Test
  void keepsTheHighestVersionOfARecordingOfEachDay() {
    fixture.append(LakeTable.SESSION_REPLAY_EVENTS, recording("s-1", 1, NOON));
    fixture.append(LakeTable.SESSION_REPLAY_EVENTS, recording("s-1", 3, NOON));
    fixture.append(LakeTable.SESSION_REPLAY_EVENTS, recording("s-1", 2, NOON));
    fixture.run();

    assertThat(fixture.rows(LakeTable.SESSION_REPLAY_EVENTS, "session_id", "version", "all_urls"))
        .containsExactly(List.of("s-1", 3L, List.of("/3")));
  }

  private static Object[] recording(String session, long version, Instant received) {
    long at = Micros.of(received);
    return LakeTable.SESSION_REPLAY_EVENTS.columns().stream()
        .map(
            column ->
                switch (column.type()) {
                  case STRING -> session;
                  case LONG -> column.name().equals("project_id") ? 1L : version;
                  case INT -> 30;
                  case BOOLEAN -> false;
                  case TIMESTAMP -> at;
                  case STRINGS -> List.of("/" + version);
                })
        .toArray();
  }

  @Test
  void putsEventsUnderThePersonTheyBelongToNow() {
    fixture.append(
        List.of(eventOf("anonymous", "a", NOON), eventOf("ann", "b", NOON)),
        List.of(eventOf("older", "c", NOON), new Event(2, "d", "purchase", "anonymous", NOON)));
    fixture.append(
        LakeTable.PERSON_OVERRIDES,
        merge(1, "anonymous", "nobody", 1, NOON),
        merge(1, "anonymous", "bob", 2, NOON),
        merge(1, "bob", "ann", 1, NOON),
        merge(1, "older", "anonymous", 1, NOON));
    fixture.run();

    assertThat(fixture.rows(LakeTable.EVENTS, "uuid", "person_id"))
        .containsExactlyInAnyOrder(
            List.of("a", "ann"),
            List.of("b", "ann"),
            List.of("c", "ann"),
            List.of("d", "anonymous"));
    assertThat(fixture.column(LakeTable.PERSON_OVERRIDES, "old_person_id")).hasSize(4);
  }

  @Test
  void endsWhenMergesGoInACircle() {
    fixture.append(List.of(eventOf("ann", "a", NOON)), List.of(eventOf("bob", "b", NOON)));
    fixture.append(
        LakeTable.PERSON_OVERRIDES,
        merge(1, "ann", "bob", 1, NOON),
        merge(1, "bob", "ann", 1, NOON));
    fixture.run();

    assertThat(fixture.uuids()).containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void losesNothingThatIsAppendedMeanwhile() {
    for (String step : List.of("read parquet", "before write parquet", "before commit")) {
      MaintenanceFixture each = new MaintenanceFixture();
      each.append(List.of(event("a")), List.of(event("b")));
      each.faults.meanwhile(step, () -> each.append(List.of(event("c"))));
      each.run();

      assertThat(each.uuids()).as(step).containsExactlyInAnyOrder("a", "b", "c");
    }
  }

  @Test
  void exchangesNothingThatIsExchangedMeanwhile() {
    fixture.append(List.of(event("a")), List.of(event("b")));
    fixture.faults.meanwhile(
        "before commit",
        () -> {
          Rewriter other = new Rewriter(fixture.lake.open(), fixture.settings, fixture::nextId);
          Compaction compaction = new Compaction(fixture.lake.open(), fixture.settings, other);
          compaction.plan(LakeTable.EVENTS).forEach(group -> other.run(group, reported()));
        });
    fixture.run();

    assertThat(fixture.uuids()).containsExactlyInAnyOrder("a", "b");
    assertThat(fixture.lastReport().counted("conflicts")).isEqualTo(1);
  }

  private static dev.tenrec.lake.report.RunReport reported() {
    return new dev.tenrec.lake.report.RunReport("other");
  }

  @Test
  void takesALargeFileAlongOnlyForEnoughSmallOnes() {
    assertThat(plan(60, 1, 2)).containsExactly(List.of(1L, 2L));
    assertThat(plan(60, 4, 4)).containsExactly(List.of(4L, 4L, 60L));
    assertThat(plan(60)).isEmpty();
    assertThat(plan(7, 1)).containsExactly(List.of(1L, 7L));
  }

  @Test
  void leavesFilesThatAreLargeEnough() {
    assertThat(plan(192, 200, 150, 30)).containsExactly(List.of(30L, 150L));
  }

  @Test
  void makesNoFileLargerThanItShouldBe() {
    assertThat(plan(100, 100, 100, 100, 20))
        .containsExactly(List.of(20L, 100L, 100L), List.of(100L, 100L));
  }

  /** The sizes in megabytes of the files that are rewritten together. */
  private List<List<Long>> plan(long... megabytes) {
    MaintenanceFixture each = new MaintenanceFixture();
    var table = each.table(LakeTable.EVENTS);
    var append = table.newAppend();
    for (long size : megabytes) {
      append.appendFile(
          DataFiles.builder(table.spec())
              .withPath("memory://bucket/" + each.nextId())
              .withFormat(FileFormat.PARQUET)
              .withPartitionPath("timestamp_day=2026-05-01")
              .withFileSizeInBytes(size * 1024 * 1024)
              .withRecordCount(1)
              .build());
    }
    append.commit();
    Rewriter rewriter = new Rewriter(each.lake.open(), each.settings, each::nextId);
    return new Compaction(each.lake.open(), each.settings, rewriter)
        .plan(LakeTable.EVENTS).stream()
            .map(group -> group.files().stream().map(TestCompaction::megabytes).toList())
            .toList();
  }

  private static long megabytes(DataFile file) {
    return file.fileSizeInBytes() / 1024 / 1024;
  }
}
