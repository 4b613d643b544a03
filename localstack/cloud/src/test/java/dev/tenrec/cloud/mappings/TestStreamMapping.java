package dev.tenrec.cloud.mappings;

import static dev.tenrec.cloud.mappings.ScriptedTarget.fail;
import static dev.tenrec.cloud.mappings.ScriptedTarget.succeed;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.cloud.aws.AwsService;
import dev.tenrec.cloud.aws.Protocol;
import dev.tenrec.cloud.filters.RecordFilter;
import dev.tenrec.cloud.state.DataDirectory;
import dev.tenrec.cloud.testing.TestingProgress;
import dev.tenrec.cloud.testing.TestingServices;
import dev.tenrec.emulators.KinesisEmulator;
import dev.tenrec.emulators.SqsEmulator;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mappings on the Kinesis emulator: what functions are called with, and what is kept. */
class TestStreamMapping {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final RetrySettings PATIENT =
      new RetrySettings(false, OptionalInt.empty(), Optional.empty(), Optional.empty());

  @TempDir static Path shared;
  private static KinesisEmulator emulator;
  private static AwsService kinesis;

  @TempDir Path directory;
  private final TestingProgress progress = new TestingProgress();

  @BeforeAll
  static void start() {
    emulator = KinesisEmulator.start(shared.resolve("kinesis"));
    kinesis = TestingServices.service(Protocol.KINESIS, emulator.endpoint());
  }

  @AfterAll
  static void stop() {
    emulator.close();
  }

  @Test
  void recordsComeInOrderAndARestartGoesOnBehindTheLastThatIsDone() throws InterruptedException {
    String stream = emulator.freshStream("orders", 1);
    List<String> first = put(stream, 0, 30);
    ScriptedTarget before = new ScriptedTarget(_ -> succeed());
    try (Mappings mappings = mappings()) {
      mappings.start(mapping(before, stream, 7, Duration.ZERO));
      before.awaitDone(first);
    }
    List<String> second = put(stream, 30, 60);
    ScriptedTarget after = new ScriptedTarget(_ -> succeed());
    try (Mappings mappings = mappings()) {
      mappings.start(mapping(after, stream, 100, Duration.ZERO));
      after.awaitDone(second);
    }

    assertThat(before.done()).isEqualTo(first);
    assertThat(before.calls()).allMatch(batch -> batch.size() <= 7);
    assertThat(after.done()).isEqualTo(second);
  }

  @Test
  void whatFailedBeforeARestartIsDeliveredAfterIt() throws InterruptedException {
    String stream = emulator.freshStream("orders", 1);
    put(stream, 0, 6);
    ScriptedTarget before = new ScriptedTarget(batch -> batch.contains("4") ? fail() : succeed());
    try (Mappings mappings = mappings()) {
      mappings.start(mapping(before, stream, 1, Duration.ZERO));
      // Called with the next record, it has noted that the ones before are done.
      before.awaitCall(List.of("4"));
    }
    ScriptedTarget after = new ScriptedTarget(_ -> succeed());
    try (Mappings mappings = mappings()) {
      mappings.start(mapping(after, stream, 1, Duration.ZERO));
      after.awaitDone(List.of("4", "5"));
    }

    assertThat(after.done()).containsExactly("4", "5");
  }

  @Test
  void aMappingFromLatestMissesNothingThatCameWhileTheCloudWasDown() throws InterruptedException {
    String stream = emulator.freshStream("orders", 1);
    put(stream, 0, 5);
    MappingSettings.FromStream settings =
        mapping(new ScriptedTarget(_ -> succeed()), stream, 10, Duration.ZERO);
    // So that the records above are older than the mapping, whose time is kept in milliseconds.
    Thread.sleep(5);
    try (Mappings mappings = mappings()) {
      mappings.start(latest(settings, settings.target()));
    }
    List<String> meanwhile = put(stream, 5, 10);
    ScriptedTarget after = new ScriptedTarget(_ -> succeed());
    try (Mappings mappings = mappings()) {
      mappings.start(latest(settings, after));
      after.awaitDone(meanwhile);
    }

    assertThat(after.done()).isEqualTo(meanwhile);
  }

  @Test
  void onlyWantedRecordsAreDeliveredAndTheOthersAreNotReadAgain() throws InterruptedException {
    String stream = emulator.freshStream("orders", 1);
    putContents(
        stream, List.of("{\"stage\":\"captured\"}", "{\"stage\":\"processed\"}", "no json"));
    RecordFilter filter =
        new RecordFilter("data", List.of("{\"data\":{\"stage\":[\"processed\"]}}"));
    ScriptedTarget target = new ScriptedTarget(_ -> succeed());
    try (Mappings mappings = mappings()) {
      mappings.start(
          new MappingSettings.FromStream(
              "filtered",
              target,
              stream,
              arn(stream),
              false,
              1,
              new BatchSettings(10, Duration.ZERO, filter, false),
              PATIENT));
      target.awaitDone(List.of("{\"stage\":\"processed\"}"));
      List<String> marker = List.of("{\"stage\":\"processed\",\"last\":true}");
      putContents(stream, marker);
      target.awaitDone(marker);
    }

    assertThat(target.done())
        .containsExactly("{\"stage\":\"processed\"}", "{\"stage\":\"processed\",\"last\":true}");
  }

  @Test
  void aWindowCollectsWhatComesOneByOne() throws InterruptedException {
    String stream = emulator.freshStream("orders", 1);
    ScriptedTarget target = new ScriptedTarget(_ -> succeed());
    List<String> all = new ArrayList<>();
    try (Mappings mappings = mappings()) {
      mappings.start(mapping(target, stream, 100, Duration.ofSeconds(2)));
      for (int i = 0; i < 5; i++) {
        all.addAll(put(stream, i, i + 1));
      }
      target.awaitDone(all);
    }

    assertThat(target.calls().size()).isLessThan(5);
  }

  @Test
  void noBatchIsLargerThanLambdaTakes() throws InterruptedException {
    String stream = emulator.freshStream("orders", 1);
    List<String> large = IntStream.range(0, 8).mapToObj(i -> i + "x".repeat(1_000_000)).toList();
    for (String content : large) {
      putContents(stream, List.of(content));
    }
    ScriptedTarget target =
        new ScriptedTarget(
            batch -> {
              int bytes = batch.stream().mapToInt(it -> it.length() * 4 / 3).sum();
              return bytes > 6 * 1024 * 1024 ? fail() : succeed();
            });
    try (Mappings mappings = mappings()) {
      mappings.start(mapping(target, stream, 100, Duration.ZERO));
      target.awaitDone(large);
    }

    assertThat(target.done()).isEqualTo(large);
    assertThat(progress.notices()).isEmpty();
  }

  @Test
  void recordsOfOneKeyStayInOrderWhenSeveralBatchesAreAtWork() throws InterruptedException {
    String stream = emulator.freshStream("orders", 2);
    List<String> all = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      String content = i % 10 + ":" + i;
      putContents(stream, List.of(content), "key-" + i % 10);
      all.add(content);
    }
    ScriptedTarget target =
        new ScriptedTarget(
            batch ->
                Math.floorMod(batch.hashCode(), 5) == 0 && batch.size() > 1 ? fail() : succeed());
    try (Mappings mappings = mappings()) {
      mappings.start(
          new MappingSettings.FromStream(
              "parallel",
              target,
              stream,
              arn(stream),
              false,
              4,
              new BatchSettings(3, Duration.ZERO, new RecordFilter("data", List.of()), false),
              new RetrySettings(true, OptionalInt.empty(), Optional.empty(), Optional.empty())));
      target.awaitDone(all);
    }

    for (int key = 0; key < 10; key++) {
      String prefix = key + ":";
      assertThat(target.done().stream().filter(it -> it.startsWith(prefix)).toList())
          .isEqualTo(all.stream().filter(it -> it.startsWith(prefix)).toList());
    }
  }

  @Test
  void orderSurvivesAChangeInTheNumberOfShards() throws InterruptedException {
    String stream = emulator.freshStream("orders", 1);
    ScriptedTarget target = new ScriptedTarget(_ -> succeed());
    List<String> all = new ArrayList<>(put(stream, 0, 20));
    kinesis.call(
        "UpdateShardCount",
        JsonNodeFactory.instance
            .objectNode()
            .put("StreamName", stream)
            .put("TargetShardCount", 2)
            .put("ScalingType", "UNIFORM_SCALING"));
    all.addAll(put(stream, 20, 40));
    try (Mappings mappings = mappings()) {
      mappings.start(mapping(target, stream, 4, Duration.ZERO));
      target.awaitDone(all);
    }

    // One key lives in one shard at a time, so its records are in order over all shards.
    assertThat(target.done()).isEqualTo(all);
  }

  @Test
  void whatIsGivenUpIsToldToTheFailureQueue() throws Exception {
    String stream = emulator.freshStream("orders", 1);
    try (SqsEmulator queues = SqsEmulator.start(directory.resolve("sqs"))) {
      AwsService sqs = TestingServices.service(Protocol.SQS, queues.endpoint());
      ObjectNode name = JsonNodeFactory.instance.objectNode().put("QueueName", "failures");
      String url = sqs.call("CreateQueue", name).path("QueueUrl").asText();
      List<String> all = put(stream, 0, 4);
      ScriptedTarget target = new ScriptedTarget(batch -> batch.contains("2") ? fail() : succeed());
      Mappings mappings =
          new Mappings(
              TestingServices.at(
                  Map.of(Protocol.KINESIS, emulator.endpoint(), Protocol.SQS, queues.endpoint())),
              DataDirectory.open(directory),
              progress,
              UUID::randomUUID,
              InstantSource.system());
      try (mappings) {
        mappings.start(
            new MappingSettings.FromStream(
                "poisoned",
                target,
                stream,
                arn(stream),
                false,
                1,
                new BatchSettings(10, Duration.ZERO, new RecordFilter("data", List.of()), false),
                new RetrySettings(true, OptionalInt.of(1), Optional.empty(), Optional.of(url))));
        target.awaitDone(all.stream().filter(it -> !it.equals("2")).toList());
        ObjectNode receive =
            JsonNodeFactory.instance.objectNode().put("QueueUrl", url).put("WaitTimeSeconds", 20);
        JsonNode message = sqs.call("ReceiveMessage", receive).path("Messages").path(0);
        JsonNode report = JSON.readTree(message.path("Body").asText());

        assertThat(report.at("/requestContext/condition").asText())
            .isEqualTo("RetryAttemptsExhausted");
        assertThat(report.at("/KinesisBatchInfo/batchSize").asInt()).isEqualTo(1);
        assertThat(report.at("/KinesisBatchInfo/streamArn").asText()).isEqualTo(arn(stream));
      }
    }
  }

  private Mappings mappings() {
    return new Mappings(
        TestingServices.at(Map.of(Protocol.KINESIS, emulator.endpoint())),
        DataDirectory.open(directory),
        progress,
        UUID::randomUUID,
        InstantSource.system());
  }

  private static MappingSettings.FromStream mapping(
      Target target, String stream, int size, Duration window) {
    return new MappingSettings.FromStream(
        "stack/mapping",
        target,
        stream,
        arn(stream),
        false,
        1,
        new BatchSettings(size, window, new RecordFilter("data", List.of()), false),
        PATIENT);
  }

  private static MappingSettings.FromStream latest(
      MappingSettings.FromStream mapping, Target target) {
    return new MappingSettings.FromStream(
        mapping.id(),
        target,
        mapping.streamName(),
        mapping.streamArn(),
        true,
        1,
        mapping.batches(),
        mapping.retries());
  }

  private static String arn(String stream) {
    return "arn:aws:kinesis:us-east-1:000000000000:stream/" + stream;
  }

  private static List<String> put(String stream, int from, int to) {
    List<String> contents = IntStream.range(from, to).mapToObj(String::valueOf).toList();
    putContents(stream, contents);
    return contents;
  }

  private static void putContents(String stream, List<String> contents) {
    putContents(stream, contents, "key");
  }

  private static void putContents(String stream, List<String> contents, String key) {
    ObjectNode input = JsonNodeFactory.instance.objectNode().put("StreamName", stream);
    ArrayNode records = input.putArray("Records");
    for (String content : contents) {
      records
          .addObject()
          .put("PartitionKey", key)
          .put(
              "Data", Base64.getEncoder().encodeToString(content.getBytes(StandardCharsets.UTF_8)));
    }
    assertThat(kinesis.call("PutRecords", input).path("FailedRecordCount").asInt()).isZero();
  }
}
