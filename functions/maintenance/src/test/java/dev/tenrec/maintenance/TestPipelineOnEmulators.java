package dev.tenrec.maintenance;

import static dev.tenrec.maintenance.MaintenanceFixture.NOON;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.tenrec.commit.Committer;
import dev.tenrec.commit.HashCache;
import dev.tenrec.emulators.DynamoDbEmulator;
import dev.tenrec.emulators.GlueEmulator;
import dev.tenrec.emulators.LocalCredentials;
import dev.tenrec.emulators.S3Emulator;
import dev.tenrec.events.EnvelopeCodec;
import dev.tenrec.events.ProcessedEvent;
import dev.tenrec.events.ProcessedEvents;
import dev.tenrec.events.TimeOrderedIds;
import dev.tenrec.lake.Lake;
import dev.tenrec.lake.LakeSettings;
import dev.tenrec.lake.LakeTable;
import dev.tenrec.lake.ScanPlan;
import dev.tenrec.lake.pipeline.DynamoDbPipelineState;
import dev.tenrec.lake.pipeline.PipelineState;
import dev.tenrec.lake.report.RunReport;
import dev.tenrec.lake.write.LakeWriter;
import dev.tenrec.streams.EnvelopeReader;
import dev.tenrec.streams.StreamRecord;
import dev.tenrec.streams.TestingClaimStore;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** From the stream to a query on S3, Glue and DynamoDB as the AWS SDK sees them. */
class TestPipelineOnEmulators {
  @TempDir Path directory;

  private final InstantSource clock = InstantSource.system();
  private final TimeOrderedIds ids = TimeOrderedIds.system();
  private final AtomicInteger nudges = new AtomicInteger();
  private final List<RunReport> reports = new ArrayList<>();
  private final List<String> systemProperties = new ArrayList<>();
  private S3Emulator s3;
  private GlueEmulator glue;
  private DynamoDbClient dynamoDb;
  private PipelineState state;
  private LakeSettings settings;

  @BeforeEach
  void start() {
    s3 = S3Emulator.start(directory.resolve("s3"));
    glue = GlueEmulator.start(directory.resolve("glue"));
    dynamoDb = DynamoDbEmulator.shared().client();
    state =
        new DynamoDbPipelineState(
            dynamoDb, DynamoDbEmulator.shared().freshTable("pipeline"), clock);
    system("aws.accessKeyId", LocalCredentials.ACCESS_KEY);
    system("aws.secretAccessKey", LocalCredentials.SECRET_KEY);
    system("aws.region", LocalCredentials.REGION);
    system("aws.endpointUrlS3", s3.endpoint().toString());
    system("aws.endpointUrlGlue", glue.endpoint().toString());
    settings = new LakeSettings("s3://" + s3.freshBucket("lake") + "/lake", "tenrec");
  }

  private void system(String property, String value) {
    systemProperties.add(property);
    System.setProperty(property, value);
  }

  @AfterEach
  void stop() {
    systemProperties.forEach(System::clearProperty);
    dynamoDb.close();
    glue.close();
    s3.close();
  }

  private static StreamRecord record(int number, Instant at) {
    ProcessedEvent event =
        new ProcessedEvent(
            new UUID(0x7000, number),
            "purchase",
            "ann",
            new UUID(0x7000, 1_000_000),
            at,
            NOON,
            ProcessedEvent.PersonMode.FULL,
            "",
            JsonNodeFactory.instance.objectNode().put("$browser", "Firefox").put("n", number),
            JsonNodeFactory.instance.objectNode());
    return new StreamRecord(
        "processed",
        "shard-0",
        "49590338271490" + (10_000 + number),
        NOON,
        EnvelopeCodec.write(new ProcessedEvents(1, "ann", List.of(event))));
  }

  private void write(List<StreamRecord> records) throws Exception {
    try (Lake lake = Lake.open(settings)) {
      new LakeWriter(
              new EnvelopeReader(new TestingClaimStore()),
              state,
              lake,
              nudges::incrementAndGet,
              ids,
              clock,
              reports::add)
          .consume(records);
    }
  }

  private void commit() throws Exception {
    try (Lake lake = Lake.open(settings)) {
      new Committer(
              lake, state, nudges::incrementAndGet, new HashCache(1_000), ids, clock, reports::add)
          .run(Duration.ofMinutes(5));
    }
  }

  private void maintain() throws Exception {
    try (Lake lake = Lake.open(settings)) {
      new Maintenance(
              lake,
              state,
              nudges::incrementAndGet,
              MaintenanceSettings.standard(4L * 1024 * 1024 * 1024, Long.MAX_VALUE),
              ids,
              clock,
              reports::add)
          .run(Duration.ofMinutes(15));
    }
  }

  private ScanPlan scan(Optional<Instant> from) throws Exception {
    try (Lake lake = Lake.open(settings)) {
      return lake.scan(LakeTable.EVENTS, 1, from, Optional.empty());
    }
  }

  /** What DuckDB reads in the planned files, which are plain files here. */
  private String numbers(ScanPlan plan) throws Exception {
    String files =
        plan.files().stream()
            .map(file -> file.location().replace("s3://", directory.resolve("s3") + "/"))
            .map(path -> "'" + path + "'")
            .collect(joining(","));
    try (var connection = DriverManager.getConnection("jdbc:duckdb:");
        var statement = connection.createStatement();
        var result =
            statement.executeQuery(
                "select string_agg(properties->>'n', ',' order by timestamp, uuid) from"
                    + " read_parquet(["
                    + files
                    + "]) where browser = 'Firefox'")) {
      assertThat(result.next()).isTrue();
      return result.getString(1);
    }
  }

  @Test
  void bringsEachEventFromTheStreamIntoTheTableOnce() throws Exception {
    Instant yesterday = NOON.minus(Duration.ofDays(1));
    List<StreamRecord> records =
        List.of(
            record(1, yesterday),
            record(2, NOON),
            record(3, NOON),
            record(4, NOON),
            record(5, NOON));
    write(records.subList(0, 3));
    write(records.subList(1, 4));
    commit();
    write(records.subList(2, 5));
    commit();
    assertThat(numbers(scan(Optional.empty()))).isEqualTo("1,2,3,4,5");
    assertThat(numbers(scan(Optional.of(NOON)))).isEqualTo("2,3,4,5");
    assertThat(scan(Optional.of(NOON)).files()).hasSize(3);

    maintain();

    ScanPlan today = scan(Optional.of(NOON));
    assertThat(today.files()).hasSize(1);
    assertThat(numbers(today)).isEqualTo("2,3,4,5");
    assertThat(numbers(scan(Optional.empty()))).isEqualTo("1,2,3,4,5");
    assertThat(state.pending("events", 10)).isEmpty();
  }
}
