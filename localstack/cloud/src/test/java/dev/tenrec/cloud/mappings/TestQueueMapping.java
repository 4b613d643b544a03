package dev.tenrec.cloud.mappings;

import static dev.tenrec.cloud.mappings.ScriptedTarget.answer;
import static dev.tenrec.cloud.mappings.ScriptedTarget.fail;
import static dev.tenrec.cloud.mappings.ScriptedTarget.succeed;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.cloud.aws.AwsService;
import dev.tenrec.cloud.aws.Protocol;
import dev.tenrec.cloud.filters.RecordFilter;
import dev.tenrec.cloud.functions.InvocationResult;
import dev.tenrec.cloud.state.DataDirectory;
import dev.tenrec.cloud.testing.TestingProgress;
import dev.tenrec.cloud.testing.TestingServices;
import dev.tenrec.emulators.SqsEmulator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mappings on the SQS emulator. */
class TestQueueMapping {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir static Path shared;
  private static SqsEmulator emulator;
  private static AwsService sqs;

  @TempDir Path directory;
  private final TestingProgress progress = new TestingProgress();

  @BeforeAll
  static void start() {
    emulator = SqsEmulator.start(shared.resolve("sqs"));
    sqs = TestingServices.service(Protocol.SQS, emulator.endpoint());
  }

  @AfterAll
  static void stop() {
    emulator.close();
  }

  @Test
  void messagesThatWereDoneAreGone() throws InterruptedException {
    String queue = queue("done", 60);
    List<String> sent = IntStream.range(0, 25).mapToObj(i -> "message " + i).toList();
    sent.forEach(text -> send(queue, text));
    ScriptedTarget target = new ScriptedTarget(_ -> succeed());
    try (Mappings mappings = mappings()) {
      mappings.start(mapping(target, queue, 100, Duration.ofSeconds(2), List.of(), false));
      target.awaitDone(sent);
      awaitEmpty(queue);
    }

    assertThat(target.done()).containsExactlyInAnyOrderElementsOf(sent);
    assertThat(target.calls().size()).isLessThan(25);
  }

  @Test
  void aMessageThatFailedComesBackAndAtLastGoesToTheDeadLetterQueue() throws Exception {
    String dead = queue("dead", 30);
    String queue = queue("failing", 1);
    ObjectNode redrive = JsonNodeFactory.instance.objectNode().put("QueueUrl", queue);
    redrive
        .putObject("Attributes")
        .put(
            "RedrivePolicy",
            "{\"deadLetterTargetArn\":\"arn:aws:sqs:us-east-1:000000000000:dead\","
                + "\"maxReceiveCount\":\"2\"}");
    sqs.call("SetQueueAttributes", redrive);
    ScriptedTarget target = new ScriptedTarget(_ -> fail());
    try (Mappings mappings = mappings()) {
      mappings.start(mapping(target, queue, 1, Duration.ZERO, List.of(), false));
      send(queue, "poison");
      JsonNode message = receive(dead);

      assertThat(message.path("Body").asText()).isEqualTo("poison");
    }
    assertThat(target.calls()).hasSize(2);
  }

  @Test
  void ofABatchOnlyTheReportedMessagesComeBack() throws InterruptedException {
    String queue = queue("partial", 3);
    AtomicInteger calls = new AtomicInteger();
    LinkedBlockingQueue<JsonNode> events = new LinkedBlockingQueue<>();
    Target target =
        new Target() {
          @Override
          public InvocationResult invoke(byte[] event) {
            JsonNode records = parse(event).path("Records");
            records.forEach(events::add);
            return calls.incrementAndGet() > 1
                ? succeed()
                : answer(
                    "{\"batchItemFailures\":[{\"itemIdentifier\":\"%s\"}]}"
                        .formatted(find(records, "bad").path("messageId").asText()));
          }

          @Override
          public String arn() {
            return "arn:aws:lambda:us-east-1:000000000000:function:partial";
          }
        };
    send(queue, "good");
    send(queue, "bad");
    try (Mappings mappings = mappings()) {
      mappings.start(mapping(target, queue, 2, Duration.ofSeconds(1), List.of(), true));
      for (int i = 0; i < 2; i++) {
        assertThat(events.poll(20, TimeUnit.SECONDS)).isNotNull();
      }
      JsonNode again = events.poll(20, TimeUnit.SECONDS);
      awaitEmpty(queue);

      assertThat(again.path("body").asText()).isEqualTo("bad");
      assertThat(again.at("/attributes/ApproximateReceiveCount").asText()).isEqualTo("2");
      assertThat(again.path("eventSource").asText()).isEqualTo("aws:sqs");
      assertThat(again.path("eventSourceARN").asText()).isEqualTo(arn(queue));
    }
    assertThat(events).isEmpty();
  }

  @Test
  void aMessageThatIsNotWantedIsDeletedUnseen() throws InterruptedException {
    String queue = queue("filtered", 30);
    send(queue, "{\"kind\":\"noise\"}");
    send(queue, "{\"kind\":\"signal\"}");
    ScriptedTarget target = new ScriptedTarget(_ -> succeed());
    try (Mappings mappings = mappings()) {
      mappings.start(
          mapping(
              target,
              queue,
              10,
              Duration.ZERO,
              List.of("{\"body\":{\"kind\":[\"signal\"]}}"),
              false));
      target.awaitDone(List.of("{\"kind\":\"signal\"}"));
      awaitEmpty(queue);
    }

    assertThat(target.done()).containsExactly("{\"kind\":\"signal\"}");
  }

  @Test
  void messagesThatCouldNotBeTriedAreGivenBackAtOnce() throws InterruptedException {
    String queue = queue("throttled", 600);
    send(queue, "patience");
    AtomicInteger calls = new AtomicInteger();
    ScriptedTarget target =
        new ScriptedTarget(
            _ -> calls.incrementAndGet() == 1 ? new InvocationResult.Throttled("busy") : succeed());
    try (Mappings mappings = mappings()) {
      mappings.start(mapping(target, queue, 10, Duration.ZERO, List.of(), false));
      target.awaitDone(List.of("patience"));
    }

    assertThat(target.calls()).hasSize(2);
  }

  @Test
  void messagesThatAKilledRunHadReceivedAreGivenBackAtOnce() throws InterruptedException {
    String queue = queue("orphaned", 600);
    send(queue, "orphan");
    JsonNode received = receive(queue);
    new HeldMessages(DataDirectory.open(directory).file("mappings", "stack.queue.0.json"))
        .hold(List.of(received));
    ScriptedTarget target = new ScriptedTarget(_ -> succeed());
    try (Mappings mappings = mappings()) {
      mappings.start(mapping(target, queue, 10, Duration.ZERO, List.of(), false));
      target.awaitDone(List.of("orphan"));
      awaitEmpty(queue);
    }

    assertThat(directory.resolve("mappings/stack.queue.0.json")).doesNotExist();
  }

  private Mappings mappings() {
    return new Mappings(
        TestingServices.at(Map.of(Protocol.SQS, emulator.endpoint())),
        DataDirectory.open(directory),
        progress,
        UUID::randomUUID,
        InstantSource.system());
  }

  private static MappingSettings.FromQueue mapping(
      Target target,
      String queue,
      int size,
      Duration window,
      List<String> patterns,
      boolean partial) {
    return new MappingSettings.FromQueue(
        "stack/queue",
        target,
        queue,
        arn(queue),
        1,
        new BatchSettings(size, window, new RecordFilter("body", patterns), partial));
  }

  private static String arn(String url) {
    return "arn:aws:sqs:us-east-1:000000000000:" + url.substring(url.lastIndexOf('/') + 1);
  }

  private static String queue(String name, int visibilitySeconds) {
    ObjectNode input = JsonNodeFactory.instance.objectNode().put("QueueName", name);
    input.putObject("Attributes").put("VisibilityTimeout", "" + visibilitySeconds);
    return sqs.call("CreateQueue", input).path("QueueUrl").asText();
  }

  private static void send(String queue, String text) {
    sqs.call(
        "SendMessage",
        JsonNodeFactory.instance.objectNode().put("QueueUrl", queue).put("MessageBody", text));
  }

  private static JsonNode receive(String queue) {
    for (int attempt = 0; attempt < 3; attempt++) {
      ObjectNode input =
          JsonNodeFactory.instance.objectNode().put("QueueUrl", queue).put("WaitTimeSeconds", 10);
      JsonNode messages = sqs.call("ReceiveMessage", input).path("Messages");
      if (!messages.isEmpty()) {
        return messages.get(0);
      }
    }
    throw new AssertionError("Nothing came to " + queue);
  }

  private static void awaitEmpty(String queue) throws InterruptedException {
    long deadline = System.nanoTime() + 30_000_000_000L;
    while (System.nanoTime() < deadline) {
      ObjectNode input = JsonNodeFactory.instance.objectNode().put("QueueUrl", queue);
      input.putArray("AttributeNames").add("All");
      JsonNode attributes = sqs.call("GetQueueAttributes", input).path("Attributes");
      if (attributes.path("ApproximateNumberOfMessages").asInt() == 0
          && attributes.path("ApproximateNumberOfMessagesNotVisible").asInt() == 0) {
        return;
      }
      Thread.sleep(20);
    }
    throw new AssertionError(queue + " does not become empty");
  }

  private static JsonNode find(JsonNode records, String body) {
    for (JsonNode record : records) {
      if (record.path("body").asText().equals(body)) {
        return record;
      }
    }
    throw new AssertionError(body + " is not in " + records);
  }

  private static JsonNode parse(byte[] event) {
    try {
      return JSON.readTree(new String(event, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
