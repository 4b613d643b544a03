package dev.tenrec.workflows;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.tenrec.events.TimeOrderedIds;
import dev.tenrec.stores.definitions.Definitions;
import dev.tenrec.stores.projects.ProjectDirectory;
import dev.tenrec.stores.table.Table;
import dev.tenrec.streams.ClaimStore;
import dev.tenrec.streams.EnvelopeReader;
import dev.tenrec.streams.S3ClaimStore;
import dev.tenrec.streams.StreamFunction;
import dev.tenrec.workflow.runs.Delivery;
import dev.tenrec.workflow.runs.DynamoDbRuns;
import dev.tenrec.workflow.runs.QueueWakeUps;
import dev.tenrec.workflow.runs.RunStarter;
import dev.tenrec.workflow.runs.Runs;
import dev.tenrec.workflow.runs.WakeUps;
import dev.tenrec.workflows.email.SesMailer;
import dev.tenrec.workflows.outbound.AddressRule;
import dev.tenrec.workflows.outbound.WebhookCaller;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * The Lambda entry: batches of the processed stream start runs, batches of the queue wake them, and
 * anything else is the timer, which wakes those that are due.
 */
public final class WorkflowsHandler implements RequestStreamHandler {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final StreamFunction triggers;
  private final WakeBatch wakeBatch;
  private final DueRuns dueRuns;

  public WorkflowsHandler() {
    this(
        System.getenv(),
        DynamoDbClient.builder().httpClient(UrlConnectionHttpClient.create()).build(),
        SqsClient.builder().httpClient(UrlConnectionHttpClient.create()).build(),
        SesClient.builder().httpClient(UrlConnectionHttpClient.create()).build(),
        S3ClaimStore.connect(required(System.getenv(), "BUCKET")));
  }

  WorkflowsHandler(
      Map<String, String> environment,
      DynamoDbClient dynamoDb,
      SqsClient sqs,
      SesClient ses,
      ClaimStore claims) {
    InstantSource clock = InstantSource.system();
    Consumer<String> log = System.out::println;
    Runs runs = new DynamoDbRuns(new Table(dynamoDb, required(environment, "RUNS_TABLE")));
    WakeUps wakeUps = new QueueWakeUps(sqs, required(environment, "WORKFLOW_QUEUE_URL"));
    CompiledWorkflows workflows =
        new StoredWorkflows(
            new Definitions(new Table(dynamoDb, required(environment, "DEFINITIONS_TABLE")), clock),
            clock);
    ProjectDirectory projects =
        new ProjectDirectory(dynamoDb, required(environment, "PROJECTS_TABLE"), clock);
    WebhookCaller webhooks =
        WebhookCaller.system(AddressRule.of(environment.getOrDefault("OUTBOUND_ALLOWED", "")));
    SesMailer mailer = new SesMailer(ses);
    Deliveries deliveries =
        delivery ->
            switch (delivery) {
              case Delivery.Webhook webhook -> webhooks.call(webhook);
              case Delivery.Email email -> mailer.send(email);
            };
    this.triggers =
        new StreamFunction(
            new Triggers(
                new EnvelopeReader(claims),
                projects::byId,
                workflows,
                new RunStarter(runs, wakeUps, TimeOrderedIds.system(), clock),
                clock,
                log));
    this.wakeBatch =
        new WakeBatch(
            new Awakening(runs, workflows, deliveries, wakeUps, firstPause(environment), clock),
            log);
    this.dueRuns = new DueRuns(runs, wakeUps, clock, log);
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    byte[] bytes = input.readAllBytes();
    JsonNode records = JSON.readTree(bytes).path("Records");
    if (!records.isArray()) {
      JSON.writeValue(output, JsonNodeFactory.instance.objectNode().put("woken", dueRuns.wake()));
    } else if (records.path(0).has("kinesis")) {
      triggers.handleRequest(new ByteArrayInputStream(bytes), output, context);
    } else {
      JSON.writeValue(output, wakeBatch.handle(records));
    }
  }

  // A developer does not wait a quarter of an hour to see a step fail.
  private static Duration firstPause(Map<String, String> environment) {
    String seconds = environment.getOrDefault("RETRY_AFTER_SECONDS", "10");
    if (!seconds.matches("[1-9][0-9]{0,2}")) {
      throw new IllegalStateException(
          "RETRY_AFTER_SECONDS is \"" + seconds + "\": give a number from 1 to 999");
    }
    return Duration.ofSeconds(Long.parseLong(seconds));
  }

  private static String required(Map<String, String> environment, String name) {
    String value = environment.get(name);
    if (value == null || value.isBlank()) {
      throw new IllegalStateException(
          "Environment variable " + name + " is not set: the workflows function needs it");
    }
    return value;
  }
}
