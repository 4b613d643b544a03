package dev.tenrec.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.endtoend.RecordingServer.Request;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workflows from the synthesized template: what a purchase in the shop sets going. */
class TestWorkflows {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PURCHASE =
      """
      [{"id": "purchase completed", "properties": [
        {"key": "revenue", "type": "event", "operator": "gt", "value": 0}]}]
      """;
  private static final String EMAIL = "grace@example.com";

  @TempDir Path data;
  private RunningCloud cloud;
  private RecordingServer receiver;

  @BeforeEach
  void start() throws Exception {
    cloud = RunningCloud.start(data);
    receiver = RecordingServer.start().answering("/broken", 503).answering("/moved", 302);
  }

  @AfterEach
  void stop() throws Exception {
    receiver.close();
    cloud.close();
  }

  @Test
  void aPurchaseCallsOnceAfterADelayThatOutlivesAPowerCut() throws Exception {
    WorkflowApi api = new WorkflowApi(ConsoleUser.signIn(cloud.front()));
    long thanks = api.create(thanks());
    long broken = api.create("Broken", PURCHASE, webhook("hook", receiver.url("/broken")));
    long hostile = api.create("Hostile", PURCHASE, hostile());
    long never =
        api.create("Never", PURCHASE.replace("\"value\": 0", "\"value\": 1000000"), hostile());

    JsonNode visit = NodeScript.run("browser/purchase.mjs", cloud.shop(api.user().token()), EMAIL);
    assertThat(visit.path("errors")).isEmpty();

    JsonNode waiting = api.awaitStatus(thanks, "waiting");
    assertThat(receiver.of("/thanks")).isEmpty();
    cloud.kill();
    cloud.start();
    assertThat(receiver.of("/thanks")).as("the delay is not over yet").isEmpty();

    JsonNode run = api.awaitStatus(thanks, "completed");
    assertThat(run.path("id")).isEqualTo(waiting.path("id"));
    assertThat(receiver.of("/thanks")).hasSize(1);
    Request call = receiver.of("/thanks").getFirst();
    assertThat(call.delivery()).isEqualTo(run.path("id").asText() + ":call");
    assertThat(call.json().path("who").asText()).isEqualTo(EMAIL);
    assertThat(call.json().path("name").asText()).isEqualTo("For \"Grace Hopper\"");
    assertThat(call.json().path("revenue").isNumber()).isTrue();
    assertThat(call.json().path("items").isArray()).isTrue();
    assertThat(call.json().path("distinct_id").asText()).isEqualTo(EMAIL);
    assertThat(steps(run))
        .containsExactly("wait completed", "call completed", "large completed", "mail completed");
    assertThat(run.path("steps").path(1).path("request").asText())
        .startsWith("POST " + receiver.url("/thanks"));
    assertThat(run.path("steps").path(1).path("result").asText()).isEqualTo("answered 200: noted");
    assertThat(receiver.of("/large")).isEmpty();
    JsonNode mails = mails();
    assertThat(mails).hasSize(1);
    assertThat(mails.path(0).path("to").path(0).asText()).isEqualTo(EMAIL);
    assertThat(mails.path(0).path("subject").asText()).isEqualTo("Thank you, Grace Hopper");
    assertThat(mails.path(0).path("html").asText()).contains("<b>Grace Hopper</b>");

    failsWithItsReasonAndGoesOnWhenTheReceiverIsBack(api, broken);
    refusesWhatIsNotPublic(api, hostile);
    assertThat(api.runs(never)).isEmpty();

    startsNothingTwice(api, thanks, run);
  }

  @Test
  void badInputIsAnsweredAndDisturbsNothing() throws Exception {
    WorkflowApi api = new WorkflowApi(ConsoleUser.signIn(cloud.front()));
    JsonNode template =
        api.refused(
            "Hostile",
            "[{\"id\": \"note\"}]",
            webhook("hook", receiver.url("/"), "{\"a\": 1,\n \"b\": {env.AWS_SECRET_KEY}}"));
    assertThat(template.path("attr").asText()).isEqualTo("actions__0__config__body");
    assertThat(template.path("detail").asText())
        .startsWith("Line 2, column 7: \"{env.AWS_SECRET_KEY}\"");
    assertThat(
            api.refused(
                    "Hostile",
                    "[{\"id\": \"note\"}]",
                    webhook("hook", "http://{event.properties.host}/"))
                .path("attr")
                .asText())
        .isEqualTo("actions__0__config__url");
    long notes =
        api.create(
            "Notes",
            "[{\"id\": \"note\"}]",
            webhook("hook", receiver.url("/note"), "{\"text\": \"{event.properties.text}\"}"));
    String nasty = "\"}, {event.properties.text} \\ \n <b> {\"a\": \"";

    send(api, "note", UUID.randomUUID(), JSON.createObjectNode().put("text", "first"));
    send(api, "note", UUID.randomUUID(), JSON.createObjectNode().put("text", "x".repeat(300_000)));
    send(api, "note", UUID.randomUUID(), JSON.createObjectNode().put("text", nasty));

    api.await(
        notes,
        "has done three",
        _ -> {
          JsonNode runs = runs(api, notes);
          return runs.size() == 3
              && runs.findValuesAsText("ended_at").stream().noneMatch(String::isEmpty)
              && !runs.findValuesAsText("ended_at").contains("null");
        });
    List<String> ended = new ArrayList<>();
    JsonNode large = JSON.nullNode();
    for (JsonNode run : runs(api, notes)) {
      ended.add(run.path("status").asText());
      large = run.path("status").asText().equals("failed") ? run : large;
    }
    assertThat(ended).containsExactlyInAnyOrder("completed", "failed", "completed");
    assertThat(large.path("error").asText()).contains("at most 200000 can be kept");
    assertThat(api.retry(notes, large).statusCode()).isEqualTo(409);
    List<String> texts = new ArrayList<>();
    for (Request request : receiver.of("/note")) {
      texts.add(request.json().path("text").asText());
    }
    assertThat(texts).as("values stay values").containsExactlyInAnyOrder("first", nasty);
    assertThat(api.activity(notes).path("runs").asInt()).isEqualTo(3);
    assertThat(api.activity(notes).path("failed").asInt()).isEqualTo(1);
  }

  private void failsWithItsReasonAndGoesOnWhenTheReceiverIsBack(WorkflowApi api, long broken)
      throws Exception {
    JsonNode failed = api.awaitStatus(broken, "failed");
    assertThat(failed.path("error").asText()).isEqualTo("Hook hook: answered 503: noted");
    assertThat(failed.path("steps").path(0).path("attempts").asInt()).isEqualTo(5);
    List<Request> calls = receiver.of("/broken");
    // The power cut may have come between a call and its record: then it was called once more.
    assertThat(calls).hasSizeBetween(5, 6);
    assertThat(calls)
        .extracting(Request::delivery)
        .containsOnly(failed.path("id").asText() + ":hook");
    assertThat(api.activity(broken).path("failed").asInt()).isEqualTo(1);

    receiver.answering("/broken", 200);
    assertThat(api.retry(broken, failed).statusCode()).isEqualTo(200);
    JsonNode mended = api.awaitStatus(broken, "completed");
    assertThat(mended.path("error").asText()).isEmpty();
    assertThat(steps(mended)).containsExactly("hook failed", "hook completed");
    assertThat(receiver.of("/broken")).hasSize(calls.size() + 1);
  }

  private void refusesWhatIsNotPublic(WorkflowApi api, long hostile) throws Exception {
    JsonNode run = api.awaitStatus(hostile, "completed");
    List<String> errors = run.path("steps").findValuesAsText("error");
    assertThat(errors).hasSize(5);
    assertThat(errors.get(0)).contains("169.254.169.254", "which is not public");
    assertThat(errors.get(1)).contains("10.0.0.1", "which is not public");
    assertThat(errors.get(2)).contains("0:0:0:0:0:0:0:1", "which is not public");
    assertThat(errors.get(3)).contains("192.168.0.1", "which is not public");
    assertThat(errors.get(4)).contains("answered 302", "redirects are not followed");
    assertThat(receiver.of("/inside")).isEmpty();
  }

  // The same event from an SDK that sends it twice, the same wake-up again, the timer at any time.
  private void startsNothingTwice(WorkflowApi api, long thanks, JsonNode run) throws Exception {
    ObjectNode properties = JSON.createObjectNode().put("revenue", 7);
    UUID first = UUID.fromString(run.path("event_uuid").asText());
    send(api, "purchase completed", first, properties);
    wake(run);
    wake(run);
    UUID second = UUID.randomUUID();
    send(api, "purchase completed", second, properties);
    JsonNode other =
        api.await(
            thanks,
            "began with the second purchase and has ended",
            each ->
                each.path("event_uuid").asText().equals(second.toString())
                    && each.path("status").asText().equals("completed"));
    assertThat(api.runs(thanks)).hasSize(2);
    assertThat(receiver.of("/thanks"))
        .extracting(Request::delivery)
        .containsExactly(run.path("id").asText() + ":call", other.path("id").asText() + ":call");
  }

  private void wake(JsonNode run) throws Exception {
    String body =
        JSON.createObjectNode()
            .put("project", 1)
            .put("workflow", run.path("workflow").asLong())
            .put("run", run.path("id").asText())
            .toString();
    ObjectNode batch = JSON.createObjectNode();
    batch.putArray("Records").addObject().put("messageId", "again").put("body", body);
    for (String event : List.of(batch.toString(), "{}")) {
      URI function =
          URI.create(
              cloud.ready().path("lambda").asText()
                  + "/2015-03-31/functions/tenrec-workflows/invocations");
      assertThat(post(function, event).statusCode()).isEqualTo(200);
    }
  }

  private void send(WorkflowApi api, String event, UUID id, ObjectNode properties)
      throws Exception {
    ObjectNode body =
        JSON.createObjectNode()
            .put("api_key", api.user().token())
            .put("event", event)
            .put("uuid", id.toString())
            .put("distinct_id", EMAIL);
    body.set("properties", properties);
    assertThat(post(cloud.front().resolve("/e/"), body.toString()).statusCode()).isEqualTo(200);
  }

  private JsonNode mails() throws Exception {
    return JSON.readTree(URI.create(cloud.ready().path("endpoints").path("ses").asText()).toURL());
  }

  private static JsonNode runs(WorkflowApi api, long workflow) {
    try {
      return api.runs(workflow);
    } catch (IOException | InterruptedException failure) {
      throw new AssertionError(failure);
    }
  }

  private static List<String> steps(JsonNode run) {
    List<String> steps = new ArrayList<>();
    run.path("steps")
        .forEach(step -> steps.add(step.path("id").asText() + " " + step.path("status").asText()));
    return steps;
  }

  private static HttpResponse<String> post(URI address, String body) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(address)
                .header("content-type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build(),
            HttpResponse.BodyHandlers.ofString());
  }

  private String thanks() {
    return """
    {"name": "Thanks", "status": "active",
     "trigger": {"type": "event", "filters": {"events": %s}},
     "actions": [
       {"id": "wait", "type": "delay", "config": {"delay_duration": "60s"}},
       {"id": "call", "type": "webhook", "config": {"url": "%s", "body":
         "{\\"revenue\\": {event.properties.revenue}, \\"items\\": {event.properties.items},\
    \\"who\\": \\"{person.properties.email}\\", \\"name\\": \\"For \\\\\\"{person.properties.name}\\\\\\"\\",\
    \\"distinct_id\\": \\"{event.distinct_id}\\"}"}},
       {"id": "large", "type": "conditional_branch", "config": {"conditions": [{"filters":
         {"properties": [{"key": "revenue", "type": "event", "operator": "gt", "value": 99999}]}}]}},
       {"id": "tell", "type": "webhook", "config": {"url": "%s"}},
       {"id": "mail", "type": "email", "config": {"from": "Shop <shop@example.com>",
         "to": "{person.properties.email}", "subject": "Thank you, {person.properties.name}",
         "text": "Your order is on its way.", "html": "<p>Hello <b>{person.properties.name}</b></p>"}}],
     "edges": [
       {"from": "trigger", "to": "wait"}, {"from": "wait", "to": "call"},
       {"from": "call", "to": "large"}, {"from": "large", "to": "tell", "type": "branch", "index": 0},
       {"from": "large", "to": "mail"}]}
    """
        .formatted(PURCHASE, receiver.url("/thanks"), receiver.url("/large"));
  }

  private String[] hostile() {
    List<String> urls =
        List.of(
            "http://169.254.169.254/latest/meta-data/",
            "http://167772161/",
            "http://[::1]:" + receiver.port() + "/inside",
            "http://[::ffff:192.168.0.1]/inside",
            receiver.url("/moved"));
    List<String> steps = new ArrayList<>();
    for (String url : urls) {
      steps.add(
          webhook("hook" + steps.size(), url)
              .replace("\"type\"", "\"on_error\": \"continue\", \"type\""));
    }
    return steps.toArray(String[]::new);
  }

  private static String webhook(String id, String url) {
    return webhook(id, url, "{}");
  }

  private static String webhook(String id, String url, String body) {
    ObjectNode step =
        JSON.createObjectNode().put("id", id).put("name", "Hook " + id).put("type", "webhook");
    step.putObject("config").put("url", url).put("body", body);
    return step.toString();
  }
}
