package dev.tenrec.commit;

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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.iceberg.MetricsConfig;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;

/** A committer with everything around it in memory. */
final class CommitFixture {
  static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");
  static final Instant TOMORROW = NOON.plus(Duration.ofDays(1));

  final AtomicReference<Instant> now = new AtomicReference<>(NOON);
  final Faults faults = new Faults();
  final TestingPipelineState state = new TestingPipelineState(faults, now::get);
  final TestingLake lake = new TestingLake(faults, now::get);
  final List<RunReport> reports = new ArrayList<>();
  final AtomicInteger nudges = new AtomicInteger();
  HashCache hashes = new HashCache(1_000_000);

  private final AtomicInteger id = new AtomicInteger();

  /** One row of the events table, as far as it matters. */
  record Row(long project, String uuid, Instant at) {}

  static Row row(String uuid) {
    return new Row(1, uuid, NOON);
  }

  static Row row(String uuid, Instant at) {
    return new Row(1, uuid, at);
  }

  /** Remembers everything as it is now; running the result brings it back, with an empty cache. */
  Runnable snapshot() {
    Runnable savedState = state.snapshot();
    Runnable savedLake = lake.snapshot();
    Instant savedNow = now.get();
    return () -> {
      savedState.run();
      savedLake.run();
      now.set(savedNow);
      hashes = new HashCache(1_000);
    };
  }

  /** A committer as a new process would make it, though with the fixture's cache. */
  Committer committer() {
    return new Committer(
        lake.open(), state, nudges::incrementAndGet, hashes, this::nextId, now::get, reports::add);
  }

  void commit() {
    committer().run(Duration.ofMinutes(5));
  }

  RunReport lastReport() {
    return reports.getLast();
  }

  private UUID nextId() {
    return new UUID(0x7000, id.incrementAndGet());
  }

  /** Writes one file of rows of the events table and registers it alone. */
  Registration register(Row... rows) {
    return register(write(rows));
  }

  Registration register(Registration.File... files) {
    return register(LakeTable.EVENTS, files);
  }

  Registration register(LakeTable table, Registration.File... files) {
    Registration registration =
        new Registration(nextId().toString(), table.name(), now.get(), List.of(files));
    Shard shard = new Shard("processed", registration.id());
    if (!state.advance(shard, Optional.empty(), "1", List.of(registration))) {
      throw new AssertionError("the shard has been used before");
    }
    return registration;
  }

  Registration.File write(Row... rows) {
    Table table = lake.open().table(LakeTable.EVENTS);
    List<LocalDate> days =
        List.of(rows).stream()
            .map(row -> row.at().atZone(ZoneOffset.UTC).toLocalDate())
            .distinct()
            .toList();
    Optional<LocalDate> day = days.size() == 1 ? Optional.of(days.getFirst()) : Optional.empty();
    return write(table, day, List.of(rows).stream().map(row -> values(table, row)).toList());
  }

  Registration.File write(Table table, Optional<LocalDate> day, List<Object[]> rows) {
    String location = new FilePlacement(table, day).location(nextId() + ".parquet");
    try (RowFileWriter writer = new RowFileWriter(table.schema());
        OutputStream output = table.io().newOutputFile(location).create()) {
      rows.forEach(writer::write);
      WrittenFile file = writer.finish(MetricsConfig.forTable(table));
      output.write(file.bytes());
      return new Registration.File(location, day, file.bytes().length, rows.size());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Object[] values(Table table, Row row) {
    return table.schema().columns().stream()
        .map(
            field ->
                switch (field.name()) {
                  case "project_id" -> row.project();
                  case "uuid" -> row.uuid();
                  case "timestamp", "created_at" -> Micros.of(row.at());
                  default -> field.isRequired() ? "x" : null;
                })
        .toArray();
  }

  /** The files of the table as it is now. */
  List<ScanPlan.DataFile> files(LakeTable table) {
    return lake.open().scan(table, 1, Optional.empty(), Optional.empty()).files();
  }

  /** What the events table has, one text for each row. */
  List<String> uuids() {
    return texts(LakeTable.EVENTS, "uuid");
  }

  List<String> texts(LakeTable table, String column) {
    Schema schema = lake.open().table(table).schema().select(column);
    List<String> texts = new ArrayList<>();
    for (ScanPlan.DataFile file : files(table)) {
      int before = texts.size();
      try (RowFile opened = RowFile.open(lake.files().newInputFile(file.location()))) {
        opened.rows(schema, row -> texts.add(new String((byte[]) row[0], UTF_8)));
      }
      if (texts.size() - before != file.records()) {
        throw new AssertionError(file + " has " + (texts.size() - before) + " rows");
      }
    }
    return texts;
  }

  List<Registration> pending() {
    return LakeTable.all().stream()
        .flatMap(table -> state.pending(table.name(), 1_000).stream())
        .toList();
  }
}
