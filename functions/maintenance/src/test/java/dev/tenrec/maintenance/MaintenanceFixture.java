package dev.tenrec.maintenance;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tenrec.lake.FilePlacement;
import dev.tenrec.lake.LakeTable;
import dev.tenrec.lake.Micros;
import dev.tenrec.lake.ScanPlan;
import dev.tenrec.lake.parquet.RowFile;
import dev.tenrec.lake.parquet.RowFileWriter;
import dev.tenrec.lake.parquet.WrittenFile;
import dev.tenrec.lake.pipeline.Registration;
import dev.tenrec.lake.pipeline.Shard;
import dev.tenrec.lake.report.RunReport;
import dev.tenrec.lake.testing.Faults;
import dev.tenrec.lake.testing.TestingLake;
import dev.tenrec.lake.testing.TestingPipelineState;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.iceberg.AppendFiles;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.MetricsConfig;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;

/** Maintenance with everything around it in memory. */
final class MaintenanceFixture {
  static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");

  final AtomicReference<Instant> now = new AtomicReference<>(NOON);
  final Faults faults = new Faults();
  final TestingPipelineState state = new TestingPipelineState(faults, now::get);
  final TestingLake lake = new TestingLake(faults, now::get);
  final List<RunReport> reports = new ArrayList<>();
  final AtomicInteger nudges = new AtomicInteger();
  MaintenanceSettings settings =
      MaintenanceSettings.standard(4L * 1024 * 1024 * 1024, Long.MAX_VALUE);

  private final AtomicInteger id = new AtomicInteger();

  /** One row of the events table, as far as it matters. */
  record Event(long project, String uuid, String name, String person, Instant at) {}

  static Event event(String uuid) {
    return event(uuid, NOON);
  }

  static Event event(String uuid, Instant at) {
    return new Event(1, uuid, "purchase", "ann", at);
  }

  static Event eventOf(String person, String uuid, Instant at) {
    return new Event(1, uuid, "purchase", person, at);
  }

  Maintenance maintenance() {
    return new Maintenance(
        lake.open(),
        state,
        nudges::incrementAndGet,
        settings,
        this::nextId,
        now::get,
        reports::add);
  }

  void run() {
    maintenance().run(Duration.ofMinutes(15));
  }

  RunReport lastReport() {
    return reports.getLast();
  }

  UUID nextId() {
    return new UUID(0x7000, id.incrementAndGet());
  }

  Table table(LakeTable table) {
    return lake.open().table(table);
  }

  /** Commits each list of events as one file. */
  @SafeVarargs
  final void append(List<Event>... files) {
    Table table = table(LakeTable.EVENTS);
    AppendFiles append = table.newAppend();
    for (List<Event> events : files) {
      append.appendFile(
          write(
              LakeTable.EVENTS,
              day(events),
              events.stream().map(event -> values(table, event)).toList()));
    }
    append.commit();
  }

  private static Optional<LocalDate> day(List<Event> events) {
    List<LocalDate> days =
        events.stream()
            .map(event -> event.at().atZone(ZoneOffset.UTC).toLocalDate())
            .distinct()
            .toList();
    return days.size() == 1 ? Optional.of(days.getFirst()) : Optional.empty();
  }

  /** Commits rows, in the order of the table's columns, as one file. */
  void append(LakeTable table, Object[]... rows) {
    table(table).newAppend().appendFile(write(table, Optional.empty(), List.of(rows))).commit();
  }

  DataFile write(LakeTable definition, Optional<LocalDate> day, List<Object[]> rows) {
    Table table = table(definition);
    FilePlacement placement = new FilePlacement(table, day);
    String location = placement.location(nextId() + ".parquet");
    try (RowFileWriter writer = new RowFileWriter(table.schema());
        OutputStream output = table.io().newOutputFile(location).create()) {
      rows.forEach(writer::write);
      WrittenFile file = writer.finish(MetricsConfig.forTable(table));
      output.write(file.bytes());
      return placement.describe(location, file.bytes().length, file.metrics());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Object[] values(Table table, Event event) {
    return table.schema().columns().stream()
        .map(
            field ->
                switch (field.name()) {
                  case "project_id" -> event.project();
                  case "uuid" -> event.uuid();
                  case "event" -> event.name();
                  case "person_id" -> event.person();
                  case "timestamp", "created_at" -> Micros.of(event.at());
                  default -> field.isRequired() ? "é" : null;
                })
        .toArray();
  }

  /** A merge of persons as a row. */
  static Object[] merge(long project, String old, String person, long version, Instant at) {
    return new Object[] {project, old, person, version, Micros.of(at)};
  }

  Registration pending(LakeTable table, String location) {
    Registration registration =
        new Registration(
            nextId().toString(),
            table.name(),
            now.get(),
            List.of(new Registration.File(location, Optional.empty(), 3, 1)));
    Shard shard = new Shard("processed", registration.id());
    if (!state.advance(shard, Optional.empty(), "1", List.of(registration))) {
      throw new AssertionError("the shard has been used before");
    }
    return registration;
  }

  List<ScanPlan.DataFile> files(LakeTable table) {
    return lake.open().scan(table, 1, Optional.empty(), Optional.empty()).files();
  }

  /** The rows of a table file by file, some columns of each. */
  List<List<Object>> rows(LakeTable table, String... columns) {
    Schema whole = table(table).schema();
    Schema schema =
        new Schema(Arrays.stream(columns).map(column -> whole.findField(column)).toList());
    List<List<Object>> rows = new ArrayList<>();
    for (ScanPlan.DataFile file : files(table)) {
      int before = rows.size();
      try (RowFile opened = RowFile.open(lake.files().newInputFile(file.location()))) {
        opened.rows(schema, row -> rows.add(texts(row)));
      }
      if (rows.size() - before != file.records()) {
        throw new AssertionError(file + " has " + (rows.size() - before) + " rows");
      }
    }
    return rows;
  }

  private static List<Object> texts(Object[] row) {
    List<Object> texts = new ArrayList<>();
    for (Object value : row) {
      texts.add(value instanceof byte[] utf8 ? new String(utf8, UTF_8) : value);
    }
    return texts;
  }

  List<Object> column(LakeTable table, String column) {
    return rows(table, column).stream().map(List::getFirst).toList();
  }

  List<Object> uuids() {
    return column(LakeTable.EVENTS, "uuid");
  }
}
