package dev.tenrec.benchmarks;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.events.EnvelopeCodec;
import dev.tenrec.events.ProcessedEvent;
import dev.tenrec.events.ProcessedEvents;
import dev.tenrec.events.TimeOrderedIds;
import dev.tenrec.lake.pipeline.CommitQueue;
import dev.tenrec.lake.testing.Faults;
import dev.tenrec.lake.testing.TestingLake;
import dev.tenrec.lake.testing.TestingPipelineState;
import dev.tenrec.lake.write.LakeWriter;
import dev.tenrec.streams.EnvelopeReader;
import dev.tenrec.streams.StreamRecord;
import dev.tenrec.streams.TestingClaimStore;
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
import java.util.UUID;

/**
 * Events a second from stream records to a finished, registered Parquet file, on one thread, as the
 * lake function does it; the object store and the table are in memory. The yardstick is DuckDB
 * reading the same events as lines of JSON and copying them to zstd Parquet, on all threads.
 */
final class ParquetBenchmark {
  private static final int EVENTS = 100_000;
  private static final int EVENTS_IN_A_RECORD = 10;

  void run() throws Exception {
    List<ProcessedEvents> envelopes = envelopes();
    Path directory = Files.createTempDirectory("parquet-benchmark");
    Path lines = directory.resolve("events.json");
    writeLines(envelopes, lines);
    List<byte[]> records = envelopes.stream().map(EnvelopeCodec::write).toList();
    try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:")) {
      Rate.compare(
          "stream records to Parquet, one thread",
          "events/s",
          () -> write(records),
          "DuckDB read_json to COPY",
          () -> copy(duckdb, lines, directory.resolve("events.parquet")));
    }
  }

  private static double write(List<byte[]> bodies) {
    InstantSource clock = InstantSource.system();
    Faults faults = new Faults();
    LakeWriter writer =
        new LakeWriter(
            new EnvelopeReader(new TestingClaimStore()),
            new TestingPipelineState(faults, clock),
            new TestingLake(faults, clock).open(),
            quiet(),
            TimeOrderedIds.system(),
            clock,
            _ -> {});
    List<StreamRecord> records = new ArrayList<>(bodies.size());
    for (int i = 0; i < bodies.size(); i++) {
      records.add(
          new StreamRecord("stream", "shard", String.valueOf(i + 1), Instant.now(), bodies.get(i)));
    }
    long start = System.nanoTime();
    if (writer.consume(records).isPresent()) {
      throw new IllegalStateException("The batch was not written whole");
    }
    return EVENTS * 1e9 / (System.nanoTime() - start);
  }

  private static CommitQueue quiet() {
    return () -> {};
  }

  private static double copy(Connection duckdb, Path lines, Path file) throws Exception {
    long start = System.nanoTime();
    try (Statement statement = duckdb.createStatement()) {
      statement.execute(
          "copy (select * from read_json('%s', format = 'newline_delimited')) to '%s' (format parquet, compression zstd)"
              .formatted(lines, file));
    }
    return EVENTS * 1e9 / (System.nanoTime() - start);
  }

  private static List<ProcessedEvents> envelopes() {
    List<ProcessedEvents> envelopes = new ArrayList<>();
    Instant start = Instant.parse("2026-03-01T00:00:00Z");
    for (int i = 0; i < EVENTS; i += EVENTS_IN_A_RECORD) {
      String distinctId = "user-" + i % 5_000;
      List<ProcessedEvent> events = new ArrayList<>();
      for (int j = 0; j < EVENTS_IN_A_RECORD; j++) {
        Instant at = start.plusMillis((i + j) * 10L);
        events.add(
            new ProcessedEvent(
                UUID.randomUUID(),
                j % 3 == 0 ? "$pageview" : "$autocapture",
                distinctId,
                UUID.nameUUIDFromBytes(
                    distinctId.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                at,
                at,
                ProcessedEvent.PersonMode.FULL,
                "",
                properties(i + j),
                JsonNodeFactory.instance.objectNode().put("email", distinctId + "@example.com")));
      }
      envelopes.add(new ProcessedEvents(1, distinctId, events));
    }
    return envelopes;
  }

  private static ObjectNode properties(int i) {
    ObjectNode properties = JsonNodeFactory.instance.objectNode();
    properties.put("$current_url", "https://shop.example/products/" + i % 400);
    properties.put("$pathname", "/products/" + i % 400).put("$host", "shop.example");
    properties.put("$browser", i % 3 == 0 ? "Chrome" : "Firefox").put("$os", "Linux");
    properties.put("$device_type", "Desktop").put("$lib", "web").put("$lib_version", "1.449.2");
    properties.put("$session_id", "session-" + i / 20).put("$referrer", "$direct");
    properties.put("utm_source", i % 5 == 0 ? "newsletter" : "search").put("price", i % 97);
    return properties.put("$screen_width", 1440).put("$screen_height", 900);
  }

  private static void writeLines(List<ProcessedEvents> envelopes, Path file) throws Exception {
    try (BufferedWriter writer = Files.newBufferedWriter(file)) {
      for (ProcessedEvents envelope : envelopes) {
        for (ProcessedEvent event : envelope.events()) {
          ObjectNode line = event.properties().deepCopy();
          line.put("uuid", event.uuid().toString()).put("event", event.event());
          line.put("distinct_id", event.distinctId())
              .put("timestamp", event.timestamp().toString());
          line.put("person_id", event.personId().toString());
          writer.write(line.toString());
          writer.newLine();
        }
      }
    }
  }
}
