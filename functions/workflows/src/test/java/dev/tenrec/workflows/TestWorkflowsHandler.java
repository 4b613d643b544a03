package dev.tenrec.workflows;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import dev.tenrec.emulators.DynamoDbEmulator;
import dev.tenrec.emulators.SqsEmulator;
import dev.tenrec.events.EnvelopeCodec;
import dev.tenrec.events.ProcessedEvent;
import dev.tenrec.events.ProcessedEvents;
import dev.tenrec.stores.definitions.Definitions;
import dev.tenrec.stores.projects.Project;
import dev.tenrec.stores.projects.ProjectSettings;
import dev.tenrec.stores.projects.Projects;
import dev.tenrec.stores.table.Table;
import dev.tenrec.streams.TestingClaimStore;
import dev.tenrec.workflow.Workflow;
import dev.tenrec.workflow.runs.DynamoDbRuns;
import dev.tenrec.workflow.runs.Run;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** The whole function on the emulators: from a stream's record to a request that arrives. */
class TestWorkflowsHandler {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path directory;

  @Test
  void anEventThatComesTwiceCallsOnceThroughStreamQueueAndTimer() throws Exception {
    List<String> received = new CopyOnWriteArrayList<>();
    HttpServer receiver = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    receiver.createContext(
        "/",
        exchange -> {
          received.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    receiver.start();
    DynamoDbEmulator engine = DynamoDbEmulator.shared();
    try (SqsEmulator queues = SqsEmulator.start(directory);
        SqsClient sqs = queues.client();
        SesClient ses = SesClient.builder().region(Region.US_EAST_1).build()) {
      Map<String, String> environment =
          Map.of(
              "PROJECTS_TABLE", engine.freshTable("projects"),
              "DEFINITIONS_TABLE", engine.freshTable("definitions"),
              "RUNS_TABLE", engine.freshTable("runs"),
              "WORKFLOW_QUEUE_URL", queues.freshQueue("wake"),
              "OUTBOUND_ALLOWED", "127.0.0.1");
      Project project =
          new Projects(
                  new Table(engine.client(), environment.get("PROJECTS_TABLE")),
                  InstantSource.system(),
                  () -> "phc_x")
              .create(ProjectSettings.named("Shop"));
      new Definitions(
              new Table(engine.client(), environment.get("DEFINITIONS_TABLE")),
              InstantSource.system())
          .create(
              project.id(),
              Workflow.KIND,
              definition("http://127.0.0.1:" + receiver.getAddress().getPort() + "/"),
              "ada@example.com");
      WorkflowsHandler handler =
          new WorkflowsHandler(environment, engine.client(), sqs, ses, new TestingClaimStore());

      byte[] batch = batch(project.id());
      assertThat(call(handler, batch).path("batchItemFailures")).isEmpty();
      assertThat(call(handler, batch).path("batchItemFailures")).isEmpty();
      // The timer finds the run, too: two wake-ups for one run.
      assertThat(call(handler, "{}".getBytes(UTF_8)).path("woken").asInt()).isEqualTo(1);
      int wakeUps = 0;
      while (wakeUps < 2) {
        List<Message> messages =
            sqs.receiveMessage(
                    request ->
                        request
                            .queueUrl(environment.get("WORKFLOW_QUEUE_URL"))
                            .waitTimeSeconds(1)
                            .maxNumberOfMessages(10))
                .messages();
        wakeUps += messages.size();
        assertThat(call(handler, queueBatch(messages)).path("batchItemFailures")).isEmpty();
      }

      assertThat(received).containsExactly("{\"price\":9.5}");
      List<Run> runs =
          new DynamoDbRuns(new Table(engine.client(), environment.get("RUNS_TABLE")))
              .newest(project.id(), 1, 10);
      assertThat(runs).singleElement().extracting(Run::status).isEqualTo(Run.Status.COMPLETED);
    } finally {
      receiver.stop(0);
    }
  }

  private static ObjectNode definition(String url) throws IOException {
    return (ObjectNode)
        JSON.readTree(
            """
            {"name":"Thanks","status":"active",
             "trigger":{"type":"event","filters":{"events":[{"id":"purchase"}]}},
             "actions":[{"id":"hook","type":"webhook","config":{"url":"%s",
               "body":"{\\"price\\":{event.properties.price}}"}}],
             "edges":[{"from":"trigger","to":"hook"}]}
            """
                .formatted(url));
  }

  @Test
  void aPoisonRecordInTheMiddleOfABatchCostsNobodyElseAnything() throws Exception {
    DynamoDbEmulator engine = DynamoDbEmulator.shared();
    try (SqsEmulator queues = SqsEmulator.start(directory);
        SqsClient sqs = queues.client();
        SesClient ses = SesClient.builder().region(Region.US_EAST_1).build()) {
      Map<String, String> environment =
          Map.of(
              "PROJECTS_TABLE", engine.freshTable("projects"),
              "DEFINITIONS_TABLE", engine.freshTable("definitions"),
              "RUNS_TABLE", engine.freshTable("runs"),
              "WORKFLOW_QUEUE_URL", queues.freshQueue("wake"));
      Project project =
          new Projects(
                  new Table(engine.client(), environment.get("PROJECTS_TABLE")),
                  InstantSource.system(),
                  () -> "phc_x")
              .create(ProjectSettings.named("Shop"));
      new Definitions(
              new Table(engine.client(), environment.get("DEFINITIONS_TABLE")),
              InstantSource.system())
          .create(project.id(), Workflow.KIND, definition("http://10.0.0.1/"), "ada@example.com");
      WorkflowsHandler handler =
          new WorkflowsHandler(environment, engine.client(), sqs, ses, new TestingClaimStore());
      List<byte[]> bodies =
          List.of(
              EnvelopeCodec.write(
                  new ProcessedEvents(project.id(), "d1", List.of(event(1, "\"fine\"")))),
              "{\"stage\":\"processed\",\"kind\":\"events\",\"project\":".getBytes(UTF_8),
              new byte[] {0, 1, 2, (byte) 0xff},
              EnvelopeCodec.write(
                  new ProcessedEvents(
                      project.id(), "d1", List.of(event(2, "\"" + "x".repeat(300_000) + "\"")))),
              EnvelopeCodec.write(
                  new ProcessedEvents(project.id(), "d1", List.of(event(3, "\"fine, too\"")))));

      assertThat(call(handler, batch(bodies)).path("batchItemFailures")).isEmpty();

      DynamoDbRuns runs =
          new DynamoDbRuns(new Table(engine.client(), environment.get("RUNS_TABLE")));
      assertThat(runs.newest(project.id(), 1, 10).reversed())
          .extracting(Run::status)
          .containsExactly(Run.Status.RUNNING, Run.Status.FAILED, Run.Status.RUNNING);
      assertThat(runs.newest(project.id(), 1, 10).get(1).error())
          .contains("at most 200000 can be kept");

      // The queue, too: what wakes nobody comes again by itself, and the private address is named.
      List<Message> messages =
          List.of(
              Message.builder().messageId("bad").body("{\"run\":\"who?\"}").build(),
              Message.builder().messageId("good").body(wakeUp(project, runs, 0)).build());
      JsonNode failures = call(handler, queueBatch(messages)).path("batchItemFailures");
      assertThat(failures).hasSize(1);
      assertThat(failures.path(0).path("itemIdentifier").asText()).isEqualTo("bad");
      assertThat(runs.newest(project.id(), 1, 10).getFirst().error())
          .contains("10.0.0.1, which is not public");
    }
  }

  private static String wakeUp(Project project, DynamoDbRuns runs, int index) {
    return JSON.createObjectNode()
        .put("project", project.id())
        .put("workflow", 1)
        .put("run", runs.newest(project.id(), 1, 10).get(index).key().id().toString())
        .toString();
  }

  private static byte[] batch(long project) throws IOException {
    return batch(
        List.of(EnvelopeCodec.write(new ProcessedEvents(project, "d1", List.of(event(2, "9.5"))))));
  }

  private static ProcessedEvent event(int number, String price) throws IOException {
    Instant now = Instant.parse("2026-01-01T00:00:00Z");
    return new ProcessedEvent(
        new UUID(1, number),
        "purchase",
        "d1",
        new UUID(3, 4),
        now,
        now,
        ProcessedEvent.PersonMode.FULL,
        "",
        JsonNodeFactory.instance.objectNode().set("price", JSON.readTree(price)),
        JsonNodeFactory.instance.objectNode());
  }

  private static byte[] batch(List<byte[]> bodies) throws IOException {
    ObjectNode batch = JSON.createObjectNode();
    var records = batch.putArray("Records");
    for (byte[] body : bodies) {
      String number = Integer.toString(records.size() + 1);
      records
          .addObject()
          .put("eventID", "shardId-000000000000:" + number)
          .put("eventSourceARN", "arn:aws:kinesis:us-east-1:000000000000:stream/events")
          .putObject("kinesis")
          .put("sequenceNumber", number)
          .put("approximateArrivalTimestamp", 1767225600.0)
          .put("partitionKey", "d1")
          .put("data", Base64.getEncoder().encodeToString(body));
    }
    return JSON.writeValueAsBytes(batch);
  }

  private static byte[] queueBatch(List<Message> messages) throws IOException {
    ObjectNode batch = JSON.createObjectNode();
    var records = batch.putArray("Records");
    messages.forEach(
        message ->
            records.addObject().put("messageId", message.messageId()).put("body", message.body()));
    return JSON.writeValueAsBytes(batch);
  }

  private static JsonNode call(WorkflowsHandler handler, byte[] event) throws IOException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    handler.handleRequest(new ByteArrayInputStream(event), answer, null);
    return JSON.readTree(answer.toByteArray());
  }
}
