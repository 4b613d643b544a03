package dev.tenrec.workflow.runs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.util.UUID;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Wake-ups as messages of an SQS queue: {@code {project, workflow, run}}. */
public final class QueueWakeUps implements WakeUps {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final SqsClient client;
  private final String queueUrl;

  public QueueWakeUps(SqsClient client, String queueUrl) {
    this.client = client;
    this.queueUrl = queueUrl;
  }

  @Override
  public void send(RunKey run, Duration delay) {
    // A message that comes a moment too early would be for nothing.
    long seconds = Math.min(delay.plusMillis(999).toSeconds(), LONGEST.toSeconds());
    client.sendMessage(
        request ->
            request
                .queueUrl(queueUrl)
                .messageBody(message(run))
                .delaySeconds((int) Math.max(0, seconds)));
  }

  /** The run that a message wakes. */
  public static RunKey read(String message) {
    try {
      JsonNode json = JSON.readTree(message);
      return new RunKey(
          json.path("project").asLong(),
          json.path("workflow").asLong(),
          UUID.fromString(json.path("run").asText()));
    } catch (JsonProcessingException | IllegalArgumentException broken) {
      throw new IllegalArgumentException(
          "\"" + message + "\" wakes no run: {project, workflow, run} does", broken);
    }
  }

  private static String message(RunKey run) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("project", run.project())
        .put("workflow", run.workflow())
        .put("run", run.id().toString())
        .toString();
  }
}
