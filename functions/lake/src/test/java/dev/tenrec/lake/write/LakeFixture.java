package dev.tenrec.lake.write;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tenrec.lake.LakeTable;
import dev.tenrec.lake.parquet.RowFile;
import dev.tenrec.lake.pipeline.CommitQueue;
import dev.tenrec.lake.pipeline.Registration;
import dev.tenrec.lake.report.RunReport;
import dev.tenrec.lake.testing.Faults;
import dev.tenrec.lake.testing.TestingLake;
import dev.tenrec.lake.testing.TestingPipelineState;
import dev.tenrec.streams.EnvelopeReader;
import dev.tenrec.streams.TestingClaimStore;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.iceberg.Schema;

/** A writer with everything around it in memory. */
final class LakeFixture {
  final Faults faults = new Faults();
  final InstantSource clock = InstantSource.fixed(Deliveries.NOON);
  final TestingPipelineState state = new TestingPipelineState(faults, clock);
  final TestingLake lake = new TestingLake(faults, clock);
  final TestingClaimStore claims = new TestingClaimStore();
  final List<RunReport> reports = new ArrayList<>();
  final AtomicLong nudges = new AtomicLong();
  CommitQueue queue = nudges::incrementAndGet;

  private final AtomicLong id = new AtomicLong();

  /** A writer as a new process would make it. */
  LakeWriter writer() {
    return new LakeWriter(
        new EnvelopeReader(claims),
        state,
        lake.open(),
        () -> queue.nudge(),
        () -> new UUID(0x7000, id.incrementAndGet()),
        clock,
        reports::add);
  }

  /** Remembers the state and the lake as they are now; running the result brings them back. */
  Runnable snapshot() {
    Runnable savedState = state.snapshot();
    Runnable savedLake = lake.snapshot();
    return () -> {
      savedState.run();
      savedLake.run();
    };
  }

  List<Registration.File> files(LakeTable table) {
    return state.pending(table.name(), 1_000).stream()
        .flatMap(registration -> registration.files().stream())
        .toList();
  }

  /** The rows of all registered files of a table, by column name. */
  List<Map<String, Object>> rows(LakeTable table) {
    List<Map<String, Object>> rows = new ArrayList<>();
    Schema schema = lake.open().table(table).schema();
    for (Registration.File file : files(table)) {
      long before = rows.size();
      try (RowFile opened = RowFile.open(lake.files().newInputFile(file.location()))) {
        opened.rows(schema, row -> rows.add(named(schema, row)));
      }
      if (rows.size() - before != file.records()) {
        throw new AssertionError(file + " does not have the rows it was registered with");
      }
    }
    return rows;
  }

  List<Object> column(LakeTable table, String column) {
    return rows(table).stream().map(row -> row.get(column)).toList();
  }

  private static Map<String, Object> named(Schema schema, Object[] row) {
    Map<String, Object> named = new LinkedHashMap<>();
    for (int i = 0; i < row.length; i++) {
      Object value = row[i] instanceof byte[] utf8 ? new String(utf8, UTF_8) : row[i];
      named.put(schema.columns().get(i).name(), value);
    }
    return named;
  }
}
