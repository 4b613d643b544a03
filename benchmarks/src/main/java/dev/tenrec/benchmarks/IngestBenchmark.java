package dev.tenrec.benchmarks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.events.CapturedEvent;
import dev.tenrec.events.CapturedEvents;
import dev.tenrec.events.EnvelopeCodec;
import dev.tenrec.events.TimeOrderedIds;
import dev.tenrec.ingest.Ingest;
import dev.tenrec.ingest.groups.GroupProcessor;
import dev.tenrec.ingest.persons.PersonProcessor;
import dev.tenrec.lake.testing.Faults;
import dev.tenrec.lake.testing.TestingLake;
import dev.tenrec.lake.testing.TestingPipelineState;
import dev.tenrec.lake.write.LakeWriter;
import dev.tenrec.stores.groups.TestingGroupStore;
import dev.tenrec.stores.persons.TestingPersonStore;
import dev.tenrec.stores.projects.Project;
import dev.tenrec.stores.projects.ProjectSettings;
import dev.tenrec.streams.EnvelopeReader;
import dev.tenrec.streams.StreamConsumer;
import dev.tenrec.streams.StreamRecord;
import dev.tenrec.streams.TestingClaimStore;
import dev.tenrec.streams.TestingEnvelopeStream;
import java.io.BufferedWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/** How many events a second the functions of the pipeline can make Parquet of. */
final class IngestBenchmark implements Benchmark {
  private static final int EVENTS = 100_000;
  private static final int EVENTS_IN_A_RECORD = 10;
  private static final int RECORDS_IN_A_BATCH = 500;
  private static final int PERSONS = 5_000;
  private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

  private final InstantSource clock = InstantSource.system();

  @Override
  public String method() {
    return "events a second on one thread, from captured stream records through ingest (persons,"
        + " normalisation) and the lake function to a zstd Parquet file that is registered; %,d events of %,d persons, %d in a record; stores, stream and object store in memory. Yardstick: DuckDB on all threads, reading the same events as lines of JSON and copying them to zstd Parquet."
            .formatted(EVENTS, PERSONS, EVENTS_IN_A_RECORD);
  }

  @Override
  public void run() throws Exception {
    List<CapturedEvents> envelopes = envelopes();
    List<StreamRecord> captured = records(envelopes);
    List<StreamRecord> processed = ingest(captured);
    Path directory = Files.createTempDirectory("ingest-benchmark");
    Path lines = directory.resolve("events.json");
    Path parquet = directory.resolve("events.parquet");
    writeLines(envelopes, lines);
    try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:")) {
      Rate.compare(
          "captured records to Parquet",
          "events/s",
          () -> rate(() -> write(ingest(captured))),
          "DuckDB",
          () -> rate(() -> copy(duckdb, lines, parquet)));
      Rate.compare(
          "of it ingest alone",
          "events/s",
          () -> rate(() -> ingest(captured)),
          "DuckDB",
          () -> rate(() -> copy(duckdb, lines, parquet)));
      Rate.compare(
          "of it processed records to Parquet",
          "events/s",
          () -> rate(() -> write(processed)),
          "DuckDB",
          () -> rate(() -> copy(duckdb, lines, parquet)));
    } finally {
      Files.delete(lines);
      Files.deleteIfExists(parquet);
      Files.delete(directory);
    }
  }

  private interface Work {
    void run() throws Exception;
  }

  private static double rate(Work work) throws Exception {
    long start = System.nanoTime();
    work.run();
    return EVENTS * 1e9 / (System.nanoTime() - start);
  }

  private List<StreamRecord> ingest(List<StreamRecord> captured) {
    Project project = new Project(1, "phc_shop", START, 1, ProjectSettings.named("Shop"));
    TestingEnvelopeStream processed = new TestingEnvelopeStream();
    Ingest ingest =
        new Ingest(
            new EnvelopeReader(new TestingClaimStore()),
            _ -> Optional.of(project),
            new PersonProcessor(new TestingPersonStore(), clock),
            new GroupProcessor(new TestingGroupStore(), clock),
            processed,
            clock,
            _ -> {});
    for (int from = 0; from < captured.size(); from += RECORDS_IN_A_BATCH) {
      whole(ingest, captured.subList(from, Math.min(captured.size(), from + RECORDS_IN_A_BATCH)));
    }
    return processed.records();
  }

  private void write(List<StreamRecord> processed) {
    Faults faults = new Faults();
    whole(
        new LakeWriter(
            new EnvelopeReader(new TestingClaimStore()),
            new TestingPipelineState(faults, clock),
            new TestingLake(faults, clock).open(),
            () -> {},
            TimeOrderedIds.system(),
            clock,
            _ -> {}),
        processed);
  }

  // As an event source mapping does it: what a function leaves for later comes again.
  private static void whole(StreamConsumer consumer, List<StreamRecord> records) {
    List<StreamRecord> left = records;
    while (!left.isEmpty()) {
      Optional<String> failed = consumer.consume(left);
      List<String> numbers = left.stream().map(StreamRecord::sequenceNumber).toList();
      int done = failed.map(numbers::indexOf).orElse(numbers.size());
      if (done == 0) {
        throw new IllegalStateException("Nothing of a batch was taken");
      }
      left = left.subList(done, left.size());
    }
  }

  private static void copy(Connection duckdb, Path lines, Path file) throws Exception {
    try (Statement statement = duckdb.createStatement()) {
      statement.execute(
          "copy (select * from read_json('%s', format = 'newline_delimited')) to '%s' (format parquet, compression zstd)"
              .formatted(lines, file));
    }
  }

  private static List<CapturedEvents> envelopes() {
    Random random = new Random(1);
    List<CapturedEvents> envelopes = new ArrayList<>();
    for (int i = 0; i < EVENTS; i += EVENTS_IN_A_RECORD) {
      String distinctId = "user-" + i / EVENTS_IN_A_RECORD % PERSONS;
      List<CapturedEvent> events = new ArrayList<>();
      for (int j = 0; j < EVENTS_IN_A_RECORD; j++) {
        events.add(
            new CapturedEvent(
                new UUID(random.nextLong(), random.nextLong()),
                j % 3 == 0 ? "$pageview" : "$autocapture",
                distinctId,
                START.plusMillis((i + j) * 10L),
                Traffic.properties(i + j)));
      }
      envelopes.add(new CapturedEvents(1, distinctId, START, "203.0.113.9", false, events));
    }
    return envelopes;
  }

  private static List<StreamRecord> records(List<CapturedEvents> envelopes) {
    List<StreamRecord> records = new ArrayList<>();
    for (CapturedEvents envelope : envelopes) {
      records.add(
          new StreamRecord(
              "stream",
              "shard",
              String.valueOf(records.size() + 1),
              START,
              EnvelopeCodec.write(envelope)));
    }
    return records;
  }

  private static void writeLines(List<CapturedEvents> envelopes, Path file) throws Exception {
    try (BufferedWriter writer = Files.newBufferedWriter(file)) {
      for (CapturedEvents envelope : envelopes) {
        for (CapturedEvent event : envelope.events()) {
          ObjectNode line = event.properties().deepCopy();
          line.put("uuid", event.uuid().toString()).put("event", event.event());
          line.put("distinct_id", event.distinctId());
          line.put("timestamp", event.timestamp().toString());
          writer.write(line.toString());
          writer.newLine();
        }
      }
    }
  }
}
