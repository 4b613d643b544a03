package dev.tenrec.api.recordings;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tenrec.api.access.AccessRoutes;
import dev.tenrec.api.resource.ProjectScope;
import dev.tenrec.emulators.DynamoDbEmulator;
import dev.tenrec.events.ProcessedRecordings;
import dev.tenrec.events.RecordingVersion;
import dev.tenrec.http.ApiException;
import dev.tenrec.http.HttpRequest;
import dev.tenrec.http.HttpResponse;
import dev.tenrec.http.Router;
import dev.tenrec.recordings.BlockContent;
import dev.tenrec.recordings.BlockFrame;
import dev.tenrec.recordings.BlockPlace;
import dev.tenrec.recordings.Piece;
import dev.tenrec.recordings.RecordedEvent;
import dev.tenrec.recordings.RecordedEvent.Trait;
import dev.tenrec.recordings.Recording;
import dev.tenrec.recordings.RecordingChange;
import dev.tenrec.recordings.RecordingKey;
import dev.tenrec.recordings.TestingBlockStore;
import dev.tenrec.recordings.TestingRecordingStore;
import dev.tenrec.recordings.WatchedRecordings;
import dev.tenrec.stores.access.Access;
import dev.tenrec.stores.access.Accounts;
import dev.tenrec.stores.access.PersonalKeys;
import dev.tenrec.stores.access.Secrets;
import dev.tenrec.stores.persons.PersonKey;
import dev.tenrec.stores.persons.TestingPersonStore;
import dev.tenrec.stores.projects.Projects;
import dev.tenrec.stores.table.Table;
import dev.tenrec.streams.TestingEnvelopeStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TestRecordings {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final String ALL = "/api/projects/1/session_recordings/";

  private final InstantSource clock = () -> NOON;
  private final TestingRecordingStore recordings = new TestingRecordingStore();
  private final TestingBlockStore blocks = new TestingBlockStore();
  private final TestingEnvelopeStream processed = new TestingEnvelopeStream();
  private Router api;
  private String reader;
  private String writer;

  @BeforeEach
  void deploy() {
    DynamoDbEmulator engine = DynamoDbEmulator.shared();
    Table state = new Table(engine.client(), engine.freshTable("projects"));
    Accounts accounts = new Accounts(state, clock);
    PersonalKeys keys = new PersonalKeys(state, clock);
    Projects projects = new Projects(state, clock, Secrets::projectToken);
    Access access = new Access(accounts, keys);
    RecordingRoutes routes =
        new RecordingRoutes(
            new ProjectScope(access, projects),
            recordings,
            blocks,
            new TestingPersonStore(),
            new WatchedRecordings(
                engine.client(), engine.freshTable("sessions"), Duration.ofDays(30)),
            processed,
            clock);
    api =
        new Router(
            Stream.of(
                    new AccessRoutes(access, accounts, keys, projects, "").routes(),
                    routes.routes())
                .flatMap(List::stream)
                .toList());
    HttpResponse owner =
        send(
            "POST",
            "/api/setup",
            Map.of(),
            Map.of("x-tenrec-request", "1"),
            "{\"email\":\"ada@example.com\",\"name\":\"Ada\",\"password\":\"long enough\"}");
    String cookie = owner.cookies().getFirst().replaceFirst(";.*", "");
    reader = key(cookie, "session_recording:read");
    writer = key(cookie, "session_recording:write");
  }

  @Test
  void theNewestRecordingComesFirstAndPagesFollow() {
    record("s-old", "ann", NOON.minus(Duration.ofDays(5)));
    record("s-1", "ann", NOON.minusSeconds(7_200));
    record("s-2", "bob", NOON.minusSeconds(3_600));

    JsonNode page = get(ALL, Map.of("limit", "1"));
    assertThat(page.path("has_next").asBoolean()).isTrue();
    assertThat(ids(page)).containsExactly("s-2");
    assertThat(ids(get(ALL, Map.of("limit", "1", "offset", "1")))).containsExactly("s-1");
    assertThat(ids(get(ALL, Map.of()))).containsExactly("s-2", "s-1");
    assertThat(ids(get(ALL, Map.of("date_from", "-7d")))).containsExactly("s-2", "s-1", "s-old");
    assertThat(ids(get(ALL, Map.of("date_from", "2026-02-20", "date_to", "2026-02-24"))))
        .containsExactly("s-old");
    assertThat(ids(get(ALL, Map.of("distinct_id", "bob")))).containsExactly("s-2");
    assertThat(ids(get(ALL, Map.of("person_uuid", "00000000-0000-0000-0000-000000000001"))))
        .isEmpty();
  }

  @Test
  void aRecordingIsShownWithWhatHappenedInIt() {
    record("s-1", "ann", NOON.minusSeconds(60));

    JsonNode shown = get(ALL + "s-1/", Map.of());

    assertThat(shown.path("distinct_id").asText()).isEqualTo("ann");
    assertThat(shown.path("recording_duration").asInt()).isEqualTo(4);
    assertThat(shown.path("active_seconds").asDouble()).isEqualTo(4);
    assertThat(shown.path("click_count").asInt()).isEqualTo(2);
    assertThat(shown.path("start_url").asText()).isEqualTo("https://shop.test/");
    assertThat(shown.path("ongoing").asBoolean()).isTrue();
    assertThat(shown.path("activity_score").asDouble()).isEqualTo(100.0 * 6 / 4);
  }

  @Test
  void whoHasNoProfileIsNamedByTheIdThatTheEventsBear() {
    record("s-1", "ann", NOON.minusSeconds(60));

    JsonNode person = get(ALL + "s-1/", Map.of()).path("person");

    assertThat(person.path("uuid").asText()).isEqualTo(PersonKey.of(1, "ann").id().toString());
    assertThat(person.path("distinct_ids").path(0).asText()).isEqualTo("ann");
    assertThat(person.path("properties").isObject()).isTrue();
  }

  @Test
  void namedSessionsAreFoundWhereverTheyAreAndDeletedOnesAreNot() {
    record("s-old", "ann", NOON.minus(Duration.ofDays(20)));
    record("s-gone", "ann", NOON.minusSeconds(60));
    send("DELETE", ALL + "s-gone", Map.of(), bearer(writer), "");
    Map<String, String> named =
        Map.of("session_ids", "[\"s-old\",\"s-gone\",\"s-never\"]", "date_from", "all");

    assertThat(ids(get(ALL, named))).containsExactly("s-old");
  }

  @Test
  void snapshotsAreFoundByTheirSourcesAndReadAsLines() throws IOException {
    record("s-1", "ann", NOON.minusSeconds(60));
    record("s-1", "ann", NOON.minusSeconds(30));
    String path = ALL + "s-1/snapshots/";

    JsonNode sources = get(path, Map.of("blob_v2", "true")).path("sources");
    assertThat(sources).hasSize(2);
    assertThat(sources.path(1).path("blob_key").asText()).isEqualTo("1");
    assertThat(sources.path(1).path("source").asText()).isEqualTo("blob_v2");

    Map<String, String> both =
        Map.of("source", "blob_v2", "start_blob_key", "0", "end_blob_key", "1");
    HttpResponse lines = send("GET", path, both, bearer(reader), "");
    assertThat(lines.headers()).containsEntry("content-type", "application/jsonl");
    assertThat(lines.text().lines()).hasSize(4).allMatch(line -> line.startsWith("[\"w\","));
    assertThat(
            send("GET", path, Map.of("source", "blob_v2", "blob_key", "1"), bearer(reader), "")
                .text()
                .lines())
        .hasSize(2);

    Map<String, String> zipping = new LinkedHashMap<>(bearer(reader));
    zipping.put("accept-encoding", "gzip, br");
    HttpResponse zipped = send("GET", path, both, zipping, "");
    assertThat(zipped.headers()).containsEntry("content-encoding", "gzip");
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(zipped.body()))) {
      assertThat(in.readAllBytes()).isEqualTo(lines.body());
    }
  }

  @Test
  void aDeletedRecordingIsGoneFromTheBucketToo() {
    record("s-1", "ann", NOON.minusSeconds(60));

    assertThatThrownBy(() -> send("DELETE", ALL + "s-1", Map.of(), bearer(reader), ""))
        .isInstanceOf(ApiException.class)
        .hasMessageContaining("session_recording:write");
    assertThat(send("DELETE", ALL + "s-1", Map.of(), bearer(writer), "").status()).isEqualTo(204);
    assertThat(send("DELETE", ALL + "s-1", Map.of(), bearer(writer), "").status()).isEqualTo(204);

    assertThat(ids(get(ALL, Map.of()))).isEmpty();
    assertThatThrownBy(() -> get(ALL + "s-1", Map.of())).hasMessage("Not found.");
    assertThatThrownBy(() -> get(ALL + "s-1/snapshots", Map.of())).hasMessage("Not found.");
    assertThat(blocks.everything().values())
        .allMatch(object -> new String(object, UTF_8).chars().allMatch(each -> each == 0));
    RecordingVersion gone = RecordingVersion.deleted("s-1", 2, NOON.minusSeconds(60), NOON);
    assertThat(processed.envelopes())
        .isNotEmpty()
        .allMatch(news -> ((ProcessedRecordings) news).recordings().equals(List.of(gone)));
  }

  @Test
  void severalAreDeletedAtOnce() {
    record("s-1", "ann", NOON.minusSeconds(60));
    record("s-2", "ann", NOON.minusSeconds(60));
    record("s-3", "ann", NOON.minusSeconds(60));

    HttpResponse answer =
        send(
            "POST",
            ALL + "bulk_delete/",
            Map.of(),
            bearer(writer),
            "{\"session_recording_ids\":[\"s-1\",\"s-3\",\"s-9\"]}");

    assertThat(json(answer).path("deleted_count").asInt()).isEqualTo(2);
    assertThat(ids(get(ALL, Map.of()))).containsExactly("s-2");
    assertThatThrownBy(() -> send("POST", ALL + "bulk_delete", Map.of(), bearer(writer), "{}"))
        .hasMessageContaining("1 to 100");
  }

  @Test
  void whatSomebodyHasWatchedIsMarkedAndCanBeHidden() {
    record("s-1", "ann", NOON.minusSeconds(60));
    record("s-2", "ann", NOON.minusSeconds(30));

    HttpResponse marked = send("PATCH", ALL + "s-1", Map.of(), bearer(writer), "{\"viewed\":true}");

    assertThat(json(marked).path("viewed").asBoolean()).isTrue();
    assertThat(get(ALL + "s-2", Map.of()).path("viewed").asBoolean()).isFalse();
    assertThat(ids(get(ALL, Map.of("hide_viewed_recordings", "current-user"))))
        .containsExactly("s-2");
  }

  @Test
  void aListIsFilteredAndSortedByWhatHappened() {
    record("s-1", "ann", NOON.minusSeconds(400));
    record("s-2", "bob", NOON.minusSeconds(200));
    record("s-2", "bob", NOON.minusSeconds(150));

    assertThat(ids(get(ALL, having("duration", "gt", "10")))).containsExactly("s-2");
    assertThat(ids(get(ALL, having("click_count", "exact", "2")))).containsExactly("s-1");
    assertThat(ids(get(ALL, having("visited_page", "icontains", "\"SHOP.test\"")))).hasSize(2);
    assertThat(ids(get(ALL, having("visited_page", "not_icontains", "\"shop\"")))).isEmpty();
    assertThat(ids(get(ALL, having("distinct_id", "exact", "[\"ann\"]")))).containsExactly("s-1");
    assertThat(ids(get(ALL, having("ongoing", "exact", "true")))).containsExactly("s-2");
    assertThat(ids(get(ALL, Map.of("session_ids", "[\"s-1\",\"s-7\"]")))).containsExactly("s-1");
    assertThat(ids(get(ALL, Map.of("order", "click_count", "order_direction", "ASC"))))
        .containsExactly("s-1", "s-2");
    assertThat(ids(get(ALL, Map.of("order", "duration")))).containsExactly("s-2", "s-1");

    assertThatThrownBy(() -> get(ALL, having("mood", "exact", "1")))
        .hasMessageContaining("the key \"mood\"");
    assertThatThrownBy(() -> get(ALL, having("duration", "regex", "1")))
        .hasMessageContaining("the operator \"regex\"");
    assertThatThrownBy(() -> get(ALL, having("duration", "gt", "\"long\"")))
        .hasMessageContaining("it must be a number");
    assertThatThrownBy(() -> get(ALL, Map.of("order", "mood"))).hasMessageContaining("start_time");
    assertThatThrownBy(() -> get(ALL, Map.of("events", "[{\"id\":\"signup\"}]")))
        .hasMessageContaining("session_ids");
    assertThatThrownBy(() -> get(ALL, Map.of("properties", "{")))
        .hasMessageContaining("write a JSON list");
  }

  private static Map<String, String> having(String key, String operator, String value) {
    return Map.of(
        "having_predicates",
        "[{\"key\":\"%s\",\"type\":\"recording\",\"operator\":\"%s\",\"value\":%s}]"
            .formatted(key, operator, value));
  }

  @Test
  void whatIsAskedWronglyIsToldHowToAskRight() {
    record("s-1", "ann", NOON.minusSeconds(60));
    String path = ALL + "s-1/snapshots";

    assertThatThrownBy(() -> get(ALL, Map.of("date_from", "yesterday")))
        .hasMessageContaining("date_from is \"yesterday\"");
    assertThatThrownBy(() -> get(ALL, Map.of("limit", "many"))).hasMessageContaining("limit");
    assertThatThrownBy(() -> get(ALL, Map.of("person_uuid", "ann")))
        .hasMessageContaining("it must be a UUID");
    assertThatThrownBy(() -> get(path, Map.of("source", "realtime")))
        .hasMessageContaining("it must be blob_v2");
    assertThatThrownBy(() -> get(path, Map.of("source", "blob_v2")))
        .hasMessageContaining("start_blob_key is missing");
    assertThatThrownBy(
            () ->
                get(path, Map.of("source", "blob_v2", "start_blob_key", "0", "end_blob_key", "20")))
        .hasMessageContaining("1 to 20 keys");
    assertThatThrownBy(() -> get(path, Map.of("source", "blob_v2", "blob_key", "7")))
        .hasMessageContaining("no blocks 7 to 7");
    assertThatThrownBy(() -> get(ALL + "s-9", Map.of())).hasMessage("Not found.");
  }

  private void record(String session, String person, Instant start) {
    long at = start.toEpochMilli();
    Piece piece =
        new Piece(
            session + at,
            person,
            "web",
            "web",
            List.of(
                new RecordedEvent(
                    at,
                    Set.of(Trait.ACTIVE, Trait.CLICK),
                    Optional.of("https://shop.test/"),
                    "[\"w\",1]"),
                new RecordedEvent(
                    at + 4_000, Set.of(Trait.ACTIVE, Trait.CLICK), Optional.empty(), "[\"w\",2]")));
    RecordingKey key = new RecordingKey(1, session);
    List<BlockContent> content = BlockContent.of(List.of(piece));
    byte[] frame = BlockFrame.of(content.getFirst().lines());
    String object = "replay/1/" + session + at;
    blocks.put(object, frame);
    recordings.write(
        List.of(
            RecordingChange.add(
                key,
                Optional.ofNullable((Recording) recordings.read(List.of(key)).get(key)),
                Optional.of(recordings.blocks(key)),
                content,
                List.of(new BlockPlace(object, 0, frame.length)),
                start)));
  }

  private String key(String cookie, String scope) {
    HttpResponse made =
        send(
            "POST",
            "/api/personal_api_keys/",
            Map.of(),
            Map.of("cookie", cookie, "x-tenrec-request", "1"),
            "{\"label\":\"k\",\"scopes\":[\"" + scope + "\"]}");
    return json(made).path("value").asText();
  }

  private JsonNode get(String path, Map<String, String> query) {
    return json(send("GET", path, query, bearer(reader), ""));
  }

  private static Map<String, String> bearer(String key) {
    return Map.of("authorization", "Bearer " + key);
  }

  private HttpResponse send(
      String method,
      String path,
      Map<String, String> query,
      Map<String, String> headers,
      String body) {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    query.forEach((name, value) -> parameters.put(name, List.of(value)));
    Map<String, String> cookies = new LinkedHashMap<>();
    Optional.ofNullable(headers.get("cookie"))
        .ifPresent(cookie -> cookies.put(cookie.split("=", 2)[0], cookie.split("=", 2)[1]));
    return api.handle(
        new HttpRequest(method, path, parameters, headers, cookies, body.getBytes(UTF_8), ""));
  }

  private static List<String> ids(JsonNode page) {
    return page.path("results").valueStream().map(one -> one.path("id").asText()).toList();
  }

  private static JsonNode json(HttpResponse response) {
    try {
      return new ObjectMapper().readTree(response.body());
    } catch (IOException broken) {
      throw new AssertionError(broken);
    }
  }
}
