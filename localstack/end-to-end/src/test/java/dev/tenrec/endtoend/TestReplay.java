package dev.tenrec.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A visitor of the shop is recorded by the official web snippet, and watched in the console. */
class TestReplay {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Path PICTURES = RunningCloud.ROOT.resolve("localstack/end-to-end/target");

  @Test
  void aVisitIsRecordedCountedListedAndShownAsItWas() throws Exception {
    RunningCloud cloud = SharedCloud.get();
    ConsoleUser owner = ConsoleUser.signIn(cloud.front());
    switchOn(owner);

    JsonNode visit = NodeScript.run("browser/record-shopping.mjs", cloud.shop(owner.token()));
    assertThat(visit.path("errors")).isEmpty();
    String session = visit.path("sessionId").asText();
    JsonNode recording = settled(owner, session, visit);

    assertThat(recording.path("distinct_id").asText()).isEqualTo(visit.path("distinctId").asText());
    assertThat(recording.path("click_count").asInt()).isEqualTo(visit.path("clicks").asInt());
    assertThat(recording.path("keypress_count").asInt()).isEqualTo(visit.path("inputs").asInt());
    assertThat(recording.path("console_error_count").asInt()).isEqualTo(1);
    assertThat(recording.path("snapshot_source").asText()).isEqualTo("web");
    assertThat(recording.path("start_url").asText())
        .isEqualTo(visit.path("pages").path(0).asText());
    assertThat(texts(recording.path("urls"))).containsAll(texts(visit.path("pages")));
    assertListed(owner, session);
    assertSnapshots(owner, session, recording, visit);
    assertSql(owner, session, recording);
    assertShown(cloud, session, recording, visit);
  }

  private static void switchOn(ConsoleUser owner) throws Exception {
    ObjectNode on = JSON.createObjectNode().put("session_recording_opt_in", true);
    HttpResponse<String> saved = owner.send("/api/projects/1/", "PATCH", on);
    assertThat(saved.statusCode()).isEqualTo(200);
    // The configuration is cached for a second by the function that serves it.
    Instant deadline = Instant.now().plus(PATIENCE);
    String path = "/array/" + owner.token() + "/config";
    while (!owner.get(path).path("sessionRecording").isObject()) {
      assertThat(Instant.now()).isBefore(deadline);
      Thread.sleep(200);
    }
  }

  /** The recording, once everything that the visitor did has come in. */
  private static JsonNode settled(ConsoleUser owner, String session, JsonNode visit)
      throws Exception {
    Instant deadline = Instant.now().plus(PATIENCE);
    String path = "/api/projects/1/session_recordings/" + session + "/";
    JsonNode seen = JSON.createObjectNode();
    while (Instant.now().isBefore(deadline)) {
      if (owner.send(path, "GET", JSON.createObjectNode()).statusCode() == 200) {
        seen = owner.get(path);
        Instant end = Instant.parse(seen.path("end_time").asText());
        JsonNode moments = visit.path("moments");
        long last = moments.path(moments.size() - 1).path("at").asLong();
        if (end.toEpochMilli() >= last - 1_000
            && seen.path("click_count").asInt() >= visit.path("clicks").asInt()
            && lines(owner, session).size() == counted(owner, session)) {
          return seen;
        }
      }
      Thread.sleep(500);
    }
    throw new AssertionError("Not all of " + visit + " is in the recording " + seen);
  }

  private static void assertListed(ConsoleUser owner, String session) throws Exception {
    String all = "/api/projects/1/session_recordings/?date_from=-1d";
    assertThat(owner.get(all).path("results").findValuesAsText("id")).contains(session);
    String errors =
        "&having_predicates=%5B%7B%22key%22%3A%22console_error_count%22%2C%22operator%22%3A%22"
            + "gt%22%2C%22value%22%3A5%7D%5D";
    assertThat(owner.get(all + errors).path("results").findValuesAsText("id"))
        .doesNotContain(session);
  }

  private static void assertSnapshots(
      ConsoleUser owner, String session, JsonNode recording, JsonNode visit) throws Exception {
    List<JsonNode> lines = lines(owner, session);
    Set<String> windows = new TreeSet<>();
    lines.forEach(line -> windows.add(line.path(0).asText()));
    Files.writeString(PICTURES.resolve("replay-recording.json"), recording.toString());
    Files.writeString(
        PICTURES.resolve("replay-lines.jsonl"),
        String.join("\n", lines.stream().map(JsonNode::toString).toList()));
    assertThat(windows).hasSize(visit.path("windows").asInt());
    assertThat(lines).hasSize(counted(owner, session));
    assertThat(lines.stream().filter(line -> line.path(1).path("type").asInt() == 2).count())
        .isGreaterThanOrEqualTo(visit.path("pages").size());
  }

  /** Everything recorded, each a pair of window and event. */
  private static List<JsonNode> lines(ConsoleUser owner, String session) throws Exception {
    String path = "/api/projects/1/session_recordings/" + session + "/snapshots/";
    List<JsonNode> lines = new ArrayList<>();
    for (JsonNode source : owner.get(path + "?blob_v2=true").path("sources")) {
      HttpResponse<String> block =
          owner.send(
              path + "?source=blob_v2&blob_key=" + source.path("blob_key").asText(),
              "GET",
              JSON.createObjectNode());
      assertThat(block.statusCode()).isEqualTo(200);
      for (String line : block.body().lines().toList()) {
        lines.add(JSON.readTree(line));
      }
    }
    return lines;
  }

  /** How many events the lake knows of. */
  private static int counted(ConsoleUser owner, String session) throws Exception {
    String events =
        "select event_count from session_replay_events where session_id = '" + session + "'";
    return owner.rows(events).path(0).path(0).asInt();
  }

  private static void assertSql(ConsoleUser owner, String session, JsonNode recording)
      throws Exception {
    String condition = " from session_replay_events where session_id = '" + session + "'";
    JsonNode row =
        owner
            .rows(
                "select click_count, keypress_count, console_error_count, active_milliseconds,"
                    + " distinct_id, first_url, length(all_urls)"
                    + condition)
            .path(0);
    assertThat(row.path(0).asInt()).isEqualTo(recording.path("click_count").asInt());
    assertThat(row.path(1).asInt()).isEqualTo(recording.path("keypress_count").asInt());
    assertThat(row.path(2).asInt()).isEqualTo(recording.path("console_error_count").asInt());
    assertThat(row.path(3).asDouble() / 1000)
        .isCloseTo(recording.path("active_seconds").asDouble(), within(0.001));
    assertThat(row.path(4).asText()).isEqualTo(recording.path("distinct_id").asText());
    assertThat(row.path(5).asText()).isEqualTo(recording.path("start_url").asText());
    assertThat(row.path(6).asInt()).isEqualTo(recording.path("urls").size());
    assertThat(owner.rows("select count(), sum(click_count)" + condition).path(0).path(0).asInt())
        .isEqualTo(1);
    JsonNode joined =
        owner.rows(
            "select count(), any(r.click_count) from events e join session_replay_events r on"
                + " r.session_id = e.$session_id where e.event = 'purchase completed' and"
                + " e.$session_id = '"
                + session
                + "'");
    assertThat(joined.path(0).path(0).asInt()).isEqualTo(1);
    assertThat(joined.path(0).path(1).asInt()).isEqualTo(recording.path("click_count").asInt());
  }

  private static void assertShown(
      RunningCloud cloud, String session, JsonNode recording, JsonNode visit) throws Exception {
    long start = Instant.parse(recording.path("start_time").asText()).toEpochMilli();
    ArrayNode wanted = JSON.createArrayNode();
    for (JsonNode moment : visit.path("moments")) {
      wanted
          .addObject()
          .put("name", moment.path("name").asText())
          .put("seconds", (moment.path("at").asLong() - start) / 1000.0);
    }
    JsonNode watched =
        NodeScript.run(
            "browser/console-replay.mjs",
            cloud.front(),
            ConsoleUser.EMAIL,
            ConsoleUser.PASSWORD,
            session,
            wanted,
            PICTURES);
    assertThat(watched.path("errors")).isEmpty();
    for (JsonNode moment : visit.path("moments")) {
      JsonNode shown = watched.path("shown").path(moment.path("name").asText());
      assertThat(shown.path("heading").asText()).isEqualTo(moment.path("heading").asText());
      assertThat(shown.path("text").asText()).isEqualTo(moment.path("text").asText());
      assertThat(shown.path("address").asText()).isEqualTo(moment.path("url").asText());
    }
    // What was typed is masked before it leaves the browser: as many stars, and not a letter.
    List<String> inputs = texts(watched.path("shown").path("checkout").path("inputs"));
    assertThat(inputs.getFirst()).isEqualTo("*".repeat("Grace Hopper".length()));
    assertThat(inputs).noneMatch(input -> input.contains("Grace") || input.contains("grace@"));
    List<String> items = texts(watched.path("items"));
    assertThat(items).anyMatch(item -> item.contains("purchase completed"));
    assertThat(items).anyMatch(item -> item.contains("The kettle is empty"));
    assertThat(items.stream().filter(item -> item.startsWith("Pageview")).count())
        .isEqualTo(visit.path("pages").size());
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(text -> texts.add(text.asText()));
    return texts;
  }
}
