package dev.tenrec.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Bugs of the sample shop, minified in two releases, with source maps uploaded by the real CLI and
 * exceptions reported by the official SDKs.
 */
class TestErrors {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path releases;

  @Test
  void theSameBugMinifiedInTwoReleasesIsOneIssueAndADifferentBugAnother() throws Exception {
    RunningCloud cloud = SharedCloud.get();
    ConsoleUser owner = ConsoleUser.signIn(cloud.front());
    owner.send(
        "/api/projects/1/",
        "PATCH",
        JSON.createObjectNode().put("autocapture_exceptions_opt_in", true));
    PostHogCli cli = new PostHogCli(cloud.front(), key(owner));
    ShopRelease first = release(cli, "1.0.0", "");
    ShopRelease second =
        release(
            cli,
            "1.1.0",
            "const greeting = (who) => `Hello ${who}, welcome`\n"
                + "document.documentElement.lang = greeting('x').slice(0, 0) || 'en'\n\n");
    assertThat(Files.readString(first.bundle())).isNotEqualTo(Files.readString(second.bundle()));

    URI shop = cloud.shop(owner.token());
    JsonNode one = NodeScript.run("browser/break-shop.mjs", shop, first.bundle(), "#break");
    JsonNode two =
        NodeScript.run("browser/break-shop.mjs", shop, second.bundle(), "#break", "#coupon");
    assertThat(one.path("errors")).hasSize(1);
    assertThat(two.path("errors")).hasSize(2);

    String ours =
        " from exceptions where distinct_id in ('%s', '%s')"
            .formatted(one.path("distinctId").asText(), two.path("distinctId").asText());
    assertThat(owner.eventually("select count()" + ours, 3)).isEqualTo(3);
    JsonNode bug =
        owner.rows(
            "select issue_id, count(), count(distinct release), any(type), any(function),"
                + " any(source), any(handled), count(distinct fingerprint)"
                + ours
                + " group by issue_id order by count() desc");
    assertThat(bug).hasSize(2);
    assertThat(bug.at("/0/1").asInt()).isEqualTo(2);
    assertThat(bug.at("/0/2").asInt()).as("releases").isEqualTo(2);
    assertThat(bug.at("/0/3").asText()).isEqualTo("TypeError");
    assertThat(bug.at("/0/4").asText()).isEqualTo("breakSomething");
    assertThat(bug.at("/0/5").asText()).endsWith("layout.js");
    assertThat(bug.at("/0/6").asBoolean()).isFalse();
    assertThat(bug.at("/0/7").asInt()).isEqualTo(1);
    assertThat(bug.at("/1/3").asText()).isEqualTo("RangeError");
    assertThat(bug.at("/1/4").asText()).isEqualTo("checkCoupon");
    String issue = bug.at("/0/0").asText();

    stackNamesWhatWasWritten(owner, issue);
    eventsSayTheSame(owner, issue, one);
    theIssueListCountsThem(owner, issue, one, two);
    anIssueIsResolvedAndAssigned(owner, issue);
  }

  @Test
  void anExceptionOfAServerIsAnIssueWithItsSource() throws Exception {
    RunningCloud cloud = SharedCloud.get();
    ConsoleUser owner = ConsoleUser.signIn(cloud.front());
    NodeScript.run("sdk/exception-node.mjs", cloud.front(), owner.token());
    String ours = " from exceptions where distinct_id = 'server-1'";
    assertThat(owner.eventually("select count()" + ours, 1)).isEqualTo(1);
    JsonNode row = owner.rows("select type, value, function, lib, exception_list" + ours).path(0);
    assertThat(row.path(0).asText()).isEqualTo("RangeError");
    assertThat(row.path(1).asText()).isEqualTo("Cannot charge -1 euros");
    assertThat(row.path(2).asText()).isEqualTo("chargeCard");
    assertThat(row.path(3).asText()).isEqualTo("posthog-node");
    assertThat(row.path(4).asText()).contains("throw new RangeError");
  }

  @Test
  void poisonAmongExceptionsDisturbsNothingAndIsReadableWithItsReason() throws Exception {
    RunningCloud cloud = SharedCloud.get();
    ConsoleUser owner = ConsoleUser.signIn(cloud.front());
    send(
        cloud,
        owner.token(),
        "{\"$exception_list\":[{\"type\":\"Before\",\"value\":\"poison\"}]}",
        "{\"$exception_list\":\"nonsense\",\"marker\":\"poison\"}",
        "{\"$exception_list\":[{\"type\":\"After\",\"value\":\"poison\","
            + "\"stacktrace\":{\"frames\":[7,{\"lineno\":\"x\",\"colno\":1e300}]}}]}");
    assertThat(
            owner.eventually(
                "select count() from exceptions where distinct_id = 'poisoned' and value ="
                    + " 'poison'",
                2))
        .isEqualTo(2);
    String rejected = " from rejected where step = 'errors' and distinct_id = 'poisoned'";
    assertThat(owner.eventually("select count()" + rejected, 1)).isEqualTo(1);
    JsonNode row = owner.rows("select reason, detail, body" + rejected).path(0);
    assertThat(row.path(0).asText()).isEqualTo("no_exception");
    assertThat(row.path(2).asText()).contains("\"marker\":\"poison\"");
  }

  private static void stackNamesWhatWasWritten(ConsoleUser owner, String issue) throws Exception {
    for (JsonNode row :
        owner.rows("select exception_list from exceptions where issue_id = '" + issue + "'")) {
      JsonNode frames = JSON.readTree(row.path(0).asText()).at("/0/stacktrace/frames");
      JsonNode crash = frames.path(frames.size() - 1);
      assertThat(crash.path("resolved").asBoolean()).isTrue();
      assertThat(crash.at("/context/line/line").asText()).contains("order.coupon.percent");
      assertThat(crash.path("source").asText()).endsWith("layout.js");
    }
  }

  private static void eventsSayTheSame(ConsoleUser owner, String issue, JsonNode visit)
      throws Exception {
    JsonNode events =
        owner.rows(
            "select properties.$exception_issue_id, properties.$exception_types,"
                + " properties.$session_id from events where event = '$exception'"
                + " and distinct_id = '"
                + visit.path("distinctId").asText()
                + "'");
    assertThat(events).as("once, not also as it was before").hasSize(1);
    assertThat(events.at("/0/0").asText()).isEqualTo(issue);
    assertThat(events.at("/0/1").asText()).contains("TypeError");
    assertThat(events.at("/0/2").asText()).isEqualTo(visit.path("sessionId").asText());
  }

  private static void theIssueListCountsThem(
      ConsoleUser owner, String issue, JsonNode one, JsonNode two) throws Exception {
    ObjectNode query =
        JSON.createObjectNode()
            .put("kind", "ErrorTrackingQuery")
            .put("orderBy", "occurrences")
            .put("searchQuery", "breakSomething percent")
            .put("withLastEvent", true)
            .put("volumeResolution", 10);
    query.putObject("dateRange").put("date_from", "-1d");
    HttpResponse<String> response = owner.query(query);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    JsonNode found = JSON.readTree(response.body()).path("results");
    assertThat(found).hasSize(1);
    JsonNode listed = found.path(0);
    assertThat(listed.path("id").asText()).isEqualTo(issue);
    assertThat(listed.at("/aggregations/occurrences").asInt()).isEqualTo(2);
    assertThat(listed.at("/aggregations/sessions").asInt()).isEqualTo(2);
    assertThat(listed.at("/aggregations/users").asInt()).isEqualTo(2);
    int volume = 0;
    for (JsonNode bucket : listed.at("/aggregations/volumeRange")) {
      volume += bucket.asInt();
    }
    assertThat(volume).isEqualTo(2);
    assertThat(listed.path("function").asText()).isEqualTo("breakSomething");
    assertThat(listed.path("library").asText()).isEqualTo("web");
    assertThat(listed.at("/last_event/properties/$exception_issue_id").asText()).isEqualTo(issue);
    assertThat(listed.at("/last_event/distinct_id").asText())
        .isIn(one.path("distinctId").asText(), two.path("distinctId").asText());
  }

  private static void anIssueIsResolvedAndAssigned(ConsoleUser owner, String issue)
      throws Exception {
    String path = "/api/projects/1/error_tracking/issues/" + issue + "/";
    ObjectNode change = JSON.createObjectNode().put("status", "resolved");
    change.putObject("assignee").put("type", "user").put("id", "@me");
    assertThat(owner.send(path, "PATCH", change).statusCode()).isEqualTo(200);
    JsonNode changed = owner.get(path);
    assertThat(changed.path("status").asText()).isEqualTo("resolved");
    assertThat(changed.at("/assignee/email").asText()).isEqualTo(ConsoleUser.EMAIL);
  }

  private ShopRelease release(PostHogCli cli, String version, String addition) throws Exception {
    Path directory = Files.createDirectories(releases.resolve(version));
    ShopRelease release = ShopRelease.build(directory, addition);
    String[] of = {"--directory", "dist", "--release-name", "shop", "--release-version", version};
    cli.run(directory, join(new String[] {"sourcemap", "inject"}, of));
    String said = cli.run(directory, join(new String[] {"sourcemap", "upload"}, of));
    assertThat(said).contains("1 chunk(s) uploaded");
    String again = cli.run(directory, join(new String[] {"sourcemap", "upload"}, of));
    assertThat(again).contains("0 chunk(s) uploaded");
    return release;
  }

  private static String[] join(String[] command, String[] options) {
    String[] all = Arrays.copyOf(command, command.length + options.length);
    System.arraycopy(options, 0, all, command.length, options.length);
    return all;
  }

  private static String key(ConsoleUser owner) throws Exception {
    ObjectNode wanted = JSON.createObjectNode().put("label", "continuous integration");
    wanted.putArray("scopes").add("error_tracking:write").add("organization:read");
    HttpResponse<String> made = owner.send("/api/personal_api_keys/", "POST", wanted);
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    return JSON.readTree(made.body()).path("value").asText();
  }

  private static void send(RunningCloud cloud, String token, String... properties)
      throws Exception {
    ObjectNode body = JSON.createObjectNode().put("api_key", token);
    for (String text : properties) {
      body.withArray("batch")
          .addObject()
          .put("event", "$exception")
          .put("distinct_id", "poisoned")
          .set("properties", JSON.readTree(text));
    }
    HttpResponse<String> response =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(cloud.front().resolve("/batch/"))
                    .header("content-type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                    .build(),
                HttpResponse.BodyHandlers.ofString());
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
  }
}
