package dev.tenrec.demo.recording;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.demo.shop.DemoEvent;
import dev.tenrec.demo.shop.FlagSource;
import dev.tenrec.demo.shop.Traffic;
import dev.tenrec.demo.shop.Visit;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class TestRecorder {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Instant NOW = Instant.parse("2026-05-20T14:30:00Z");
  private static final Recorder RECORDER = new Recorder(NOW);
  private static final List<Visit> RECORDED = recorded();

  @Test
  void aFewDozenVisitsOfTheLastDaysAreRecorded() {
    assertThat(RECORDED.size()).isBetween(24, 90);
    for (Visit visit : RECORDED) {
      assertThat(visit.start()).isBetween(NOW.minus(Duration.ofDays(4)), NOW);
      assertThat(visit.events().getLast().timestamp()).isBefore(NOW.minusSeconds(1_800));
    }
    assertThat(RECORDED)
        .anyMatch(visit -> has(visit, "$exception"))
        .anyMatch(visit -> has(visit, "purchase completed"));
  }

  @Test
  void theSameVisitMakesTheSameRecordingToTheByte() {
    for (Visit visit : RECORDED) {
      assertThat(RECORDER.record(visit).pieces().toString())
          .isEqualTo(RECORDER.record(visit).pieces().toString());
    }
  }

  @Test
  void aRecordingBelongsToTheSessionOfItsEventsAndLiesWithinIt() {
    for (Visit visit : RECORDED) {
      Recording recording = RECORDER.record(visit);
      DemoEvent first = visit.events().getFirst();
      assertThat(recording.sessionId()).isEqualTo(first.properties().path("$session_id").asText());
      assertThat(recording.windowId()).isEqualTo(first.properties().path("$window_id").asText());
      List<Long> times =
          recording.pieces().stream()
              .flatMap(List::stream)
              .map(event -> event.path("timestamp").asLong())
              .toList();
      assertThat(times)
          .allMatch(at -> at >= first.timestamp().toEpochMilli() && at < NOW.toEpochMilli());
    }
  }

  @Test
  void everyPageBeginsWithItsAddressAndASnapshotOfAllOfIt() throws IOException {
    for (Visit visit : RECORDED) {
      List<String> addresses =
          visit.events().stream()
              .filter(event -> event.name().equals("$pageview"))
              .map(event -> event.properties().path("$current_url").asText())
              .toList();
      List<List<ObjectNode>> pieces = RECORDER.record(visit).pieces();
      assertThat(pieces).hasSameSizeAs(addresses);
      for (int page = 0; page < pieces.size(); page++) {
        JsonNode meta = pieces.get(page).get(0);
        JsonNode snapshot = pieces.get(page).get(1);
        assertThat(meta.path("type").asInt()).isEqualTo(4);
        assertThat(meta.path("data").path("href").asText()).isEqualTo(addresses.get(page));
        assertThat(snapshot.path("type").asInt()).isEqualTo(2);
        assertThat(snapshot.path("cv").asText()).isEqualTo("2024-10");
        assertThat(unzipped(snapshot).path("node").path("childNodes").size()).isEqualTo(2);
      }
    }
  }

  @Test
  void whatHappensOnAPageHappensToElementsThatItHas() throws IOException {
    for (Visit visit : RECORDED) {
      for (List<ObjectNode> piece : RECORDER.record(visit).pieces()) {
        Set<Integer> ids = new HashSet<>();
        collect(unzipped(piece.get(1)).path("node"), ids);
        assertThat(ids).contains(1);
        for (ObjectNode event : piece) {
          JsonNode data = event.path("data");
          if (event.path("type").asInt() == 3 && data.has("id")) {
            assertThat(ids).contains(data.path("id").asInt());
          }
          data.path("positions").forEach(spot -> assertThat(ids).contains(spot.path("id").asInt()));
        }
      }
    }
  }

  @Test
  void everyClickThatWasCapturedIsSeen() {
    for (Visit visit : RECORDED) {
      Set<Long> clicked = new HashSet<>();
      for (List<ObjectNode> piece : RECORDER.record(visit).pieces()) {
        piece.stream()
            .filter(event -> event.path("data").path("source").asInt(-1) == 2)
            .filter(event -> event.path("data").path("type").asInt() == 2)
            .forEach(event -> clicked.add(event.path("timestamp").asLong()));
      }
      visit.events().stream()
          .filter(event -> event.name().equals("$autocapture"))
          .forEach(event -> assertThat(clicked).contains(event.timestamp().toEpochMilli()));
    }
  }

  @Test
  void nothingThatIsTypedCanBeRead() {
    List<String> typed = new ArrayList<>();
    for (Visit visit : RECORDED) {
      RECORDER.record(visit).pieces().stream()
          .flatMap(List::stream)
          .filter(event -> event.path("data").path("source").asInt(-1) == 5)
          .forEach(event -> typed.add(event.path("data").path("text").asText()));
    }
    assertThat(typed).isNotEmpty().allMatch(text -> text.matches("\\*+|on"));
  }

  @Test
  void exceptionsOfThePageAreOnItsConsole() {
    List<String> lines = new ArrayList<>();
    for (Visit visit : RECORDED) {
      RECORDER.record(visit).pieces().stream()
          .flatMap(List::stream)
          .map(event -> event.path("data").path("payload"))
          .filter(payload -> payload.path("level").asText().equals("error"))
          .forEach(payload -> lines.add(payload.path("payload").path(0).asText()));
    }
    assertThat(lines).isNotEmpty().anyMatch(line -> line.contains("Uncaught"));
  }

  private static void collect(JsonNode node, Set<Integer> ids) {
    assertThat(ids.add(node.path("id").asInt())).as("the id of " + node).isTrue();
    node.path("childNodes").forEach(child -> collect(child, ids));
  }

  private static JsonNode unzipped(JsonNode event) throws IOException {
    byte[] bytes = event.path("data").asText().getBytes(StandardCharsets.ISO_8859_1);
    return JSON.readTree(new GZIPInputStream(new ByteArrayInputStream(bytes)));
  }

  private static boolean has(Visit visit, String name) {
    return visit.events().stream().anyMatch(event -> event.name().equals(name));
  }

  private static List<Visit> recorded() {
    List<Visit> recorded = new ArrayList<>();
    new Traffic(1, 30, 3_000, NOW)
        .lane(0, 1, FlagSource.NONE)
        .forEachRemaining(
            visit -> {
              if (RECORDER.records(visit)) {
                recorded.add(visit);
              }
            });
    return recorded;
  }
}
