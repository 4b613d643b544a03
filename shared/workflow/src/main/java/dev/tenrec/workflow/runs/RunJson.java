package dev.tenrec.workflow.runs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Runs as JSON, in the table and in the API. */
public final class RunJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private RunJson() {}

  /** A run as JSON. */
  public static ObjectNode write(Run run) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("id", run.key().id().toString())
        .put("workflow", run.key().workflow())
        .put("workflow_version", run.workflowVersion())
        .put("event_uuid", run.event())
        .put("test", run.test())
        .put("status", lower(run.status()))
        .put("step", run.step())
        .put("due_at", run.due().toString())
        .put("started_at", run.startedAt().toString())
        .put("ended_at", run.endedAt().map(Instant::toString).orElse(null))
        .put("error", run.error());
    var steps = json.putArray("steps");
    for (StepRecord record : run.log()) {
      steps
          .addObject()
          .put("id", record.step())
          .put("name", record.name())
          .put("type", record.type())
          .put("status", lower(record.status()))
          .put("attempts", record.attempts())
          .put("started_at", record.startedAt().toString())
          .put("ended_at", record.endedAt().map(Instant::toString).orElse(null))
          .put("request", record.request())
          .put("result", record.result())
          .put("error", record.error());
    }
    json.set("context", run.context());
    return json;
  }

  /** A run in a list: what its steps sent and were answered, and what it keeps, is left out. */
  public static ObjectNode line(Run run) {
    ObjectNode json = write(run);
    JsonNode event = run.context().path("event");
    json.remove("context");
    json.put("event", event.path("event").asText())
        .put("distinct_id", event.path("distinct_id").asText());
    for (JsonNode step : json.path("steps")) {
      ((ObjectNode) step).remove(List.of("request", "result"));
    }
    return json;
  }

  static Run read(long project, String text, long revision) {
    JsonNode json = parse(text);
    List<StepRecord> log = new ArrayList<>();
    for (JsonNode step : json.path("steps")) {
      log.add(
          new StepRecord(
              step.path("id").asText(),
              step.path("name").asText(),
              step.path("type").asText(),
              StepRecord.Status.valueOf(upper(step.path("status"))),
              step.path("attempts").asInt(),
              Instant.parse(step.path("started_at").asText()),
              moment(step.path("ended_at")),
              step.path("request").asText(),
              step.path("result").asText(),
              step.path("error").asText()));
    }
    return new Run(
        new RunKey(
            project, json.path("workflow").asLong(), UUID.fromString(json.path("id").asText())),
        json.path("workflow_version").asLong(),
        json.path("event_uuid").asText(),
        json.path("test").asBoolean(),
        Run.Status.valueOf(upper(json.path("status"))),
        json.path("step").asText(),
        Instant.parse(json.path("due_at").asText()),
        revision,
        (ObjectNode) json.path("context"),
        log,
        json.path("error").asText(),
        Instant.parse(json.path("started_at").asText()),
        moment(json.path("ended_at")));
  }

  private static Optional<Instant> moment(JsonNode json) {
    return json.isTextual() ? Optional.of(Instant.parse(json.textValue())) : Optional.empty();
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static String upper(JsonNode value) {
    return value.asText().toUpperCase(Locale.ROOT);
  }

  private static JsonNode parse(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException("A stored run is not JSON: " + text, broken);
    }
  }
}
