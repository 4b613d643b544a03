package dev.tenrec.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;

/** A project's workflows and their runs, asked for over HTTP. */
record WorkflowApi(ConsoleUser user) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofMinutes(6);
  private static final String ALL = "/api/projects/1/workflows/";

  /** Makes a workflow that is on, its steps one after another, and answers its id. */
  long create(String name, String events, String... steps)
      throws IOException, InterruptedException {
    HttpResponse<String> made = user.send(ALL, "POST", definition(name, events, steps));
    if (made.statusCode() != 201) {
      throw new AssertionError(made.statusCode() + " " + made.body());
    }
    return JSON.readTree(made.body()).path("id").asLong();
  }

  /** The answer to making a workflow that cannot be. */
  JsonNode refused(String name, String events, String... steps)
      throws IOException, InterruptedException {
    HttpResponse<String> answer = user.send(ALL, "POST", definition(name, events, steps));
    if (answer.statusCode() != 400) {
      throw new AssertionError(answer.statusCode() + " " + answer.body());
    }
    return JSON.readTree(answer.body());
  }

  /** A workflow of exactly that JSON. */
  long create(String definition) throws IOException, InterruptedException {
    HttpResponse<String> made = user.send(ALL, "POST", (ObjectNode) JSON.readTree(definition));
    if (made.statusCode() != 201) {
      throw new AssertionError(made.statusCode() + " " + made.body());
    }
    return JSON.readTree(made.body()).path("id").asLong();
  }

  JsonNode runs(long workflow) throws IOException, InterruptedException {
    return user.get(ALL + workflow + "/runs/").path("results");
  }

  JsonNode activity(long workflow) throws IOException, InterruptedException {
    for (JsonNode each : user.get(ALL + "activity/").path("results")) {
      if (each.path("workflow").asLong() == workflow) {
        return each;
      }
    }
    throw new AssertionError("No activity of workflow " + workflow);
  }

  HttpResponse<String> retry(long workflow, JsonNode run) throws IOException, InterruptedException {
    return user.send(
        ALL + workflow + "/runs/" + run.path("id").asText() + "/retry/",
        "POST",
        JSON.createObjectNode());
  }

  /** Waits until the workflow's newest run is as wanted, and answers the whole of it. */
  JsonNode await(long workflow, String what, Predicate<JsonNode> wanted)
      throws IOException, InterruptedException {
    Instant deadline = Instant.now().plus(PATIENCE);
    JsonNode seen = JSON.nullNode();
    while (Instant.now().isBefore(deadline)) {
      JsonNode newest = runs(workflow).path(0);
      if (newest.has("id")) {
        seen = user.get(ALL + workflow + "/runs/" + newest.path("id").asText() + "/");
        if (wanted.test(seen)) {
          return seen;
        }
      }
      Thread.sleep(500);
    }
    throw new AssertionError("Workflow " + workflow + " has no run that " + what + ": " + seen);
  }

  JsonNode awaitStatus(long workflow, String status) throws IOException, InterruptedException {
    return await(workflow, "is " + status, run -> run.path("status").asText().equals(status));
  }

  private static ObjectNode definition(String name, String events, String... steps)
      throws IOException {
    ObjectNode definition = JSON.createObjectNode().put("name", name).put("status", "active");
    definition
        .putObject("trigger")
        .put("type", "event")
        .putObject("filters")
        .set("events", JSON.readTree(events));
    ArrayNode actions = definition.putArray("actions");
    ArrayNode edges = definition.putArray("edges");
    String from = "trigger";
    for (String step : steps) {
      JsonNode action = JSON.readTree(step);
      actions.add(action);
      edges.addObject().put("from", from).put("to", action.path("id").asText());
      from = action.path("id").asText();
    }
    return definition;
  }
}
