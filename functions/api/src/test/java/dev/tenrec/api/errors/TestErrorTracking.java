package dev.tenrec.api.errors;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.api.access.AccessRoutes;
import dev.tenrec.api.errors.uploads.Uploads;
import dev.tenrec.api.resource.ProjectScope;
import dev.tenrec.emulators.DynamoDbEmulator;
import dev.tenrec.emulators.LocalCredentials;
import dev.tenrec.emulators.S3Emulator;
import dev.tenrec.events.Envelope;
import dev.tenrec.events.FingerprintMoves;
import dev.tenrec.http.HttpFunction;
import dev.tenrec.http.Router;
import dev.tenrec.http.testing.TestingBrowser;
import dev.tenrec.stores.access.Access;
import dev.tenrec.stores.access.Accounts;
import dev.tenrec.stores.access.PersonalKeys;
import dev.tenrec.stores.access.Secrets;
import dev.tenrec.stores.issues.Issue;
import dev.tenrec.stores.issues.Issues;
import dev.tenrec.stores.issues.Sighting;
import dev.tenrec.stores.projects.Projects;
import dev.tenrec.stores.symbols.Releases;
import dev.tenrec.stores.symbols.SymbolSets;
import dev.tenrec.stores.table.Table;
import dev.tenrec.streams.TestingEnvelopeStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestErrorTracking {
  private static final String ALL = "/api/projects/1/error_tracking/";
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path objects;

  private final DynamoDbEmulator engine = DynamoDbEmulator.shared();
  private final InstantSource clock = InstantSource.system();
  private final TestingEnvelopeStream processed = new TestingEnvelopeStream();
  private S3Emulator s3;
  private ErrorTrackingRoutes errors;
  private HttpFunction function;
  private TestingBrowser ada;

  @BeforeEach
  void deploy() throws IOException {
    s3 = S3Emulator.start(objects);
    Table table = new Table(engine.client(), engine.freshTable("issues"));
    Uploads.Place place =
        new Uploads.Place(
            s3.freshBucket("data"), LocalCredentials.REGION, Optional.of(s3.endpoint()));
    Table state = new Table(engine.client(), engine.freshTable("projects"));
    Accounts accounts = new Accounts(state, clock);
    PersonalKeys keys = new PersonalKeys(state, clock);
    Projects projects = new Projects(state, clock, Secrets::projectToken);
    Access access = new Access(accounts, keys);
    errors =
        new ErrorTrackingRoutes(
            new ProjectScope(access, projects),
            accounts,
            new Issues(table, clock, UUID::randomUUID),
            new SymbolSets(table, clock, UUID::randomUUID),
            new Releases(table, clock, UUID::randomUUID),
            new Uploads(place, LocalCredentials.create(), clock),
            processed);
    Router api =
        new Router(
            Stream.of(
                    new AccessRoutes(access, accounts, keys, projects, "").routes(),
                    errors.routes())
                .flatMap(List::stream)
                .toList());
    function = new HttpFunction(api);
    ada = new TestingBrowser(function).withHeader("X-Tenrec-Request", "1");
    ada.send(
        "POST",
        "/api/setup",
        "{\"email\":\"ada@example.com\",\"name\":\"Ada\",\"password\":\"long enough\"}");
  }

  @AfterEach
  void stop() {
    s3.close();
  }

  @Test
  void anIssueIsReadChangedAndAssigned() throws IOException {
    Issue issue = issue("a");
    assertThat(ada.get(ALL + "issues/").body().path("count").asInt()).isEqualTo(1);
    String path = ALL + "issues/" + issue.id() + "/";
    JsonNode shown = ada.get(path).body();
    assertThat(shown.path("name").asText()).isEqualTo("TypeError");
    assertThat(shown.path("status").asText()).isEqualTo("active");
    assertThat(shown.path("assignee").isNull()).isTrue();

    JsonNode changed =
        ada.send(
                "PATCH",
                path,
                "{\"status\":\"resolved\",\"name\":\"Cart\",\"description\":\"d\","
                    + "\"assignee\":{\"type\":\"user\",\"id\":\"@me\"}}")
            .body();
    assertThat(changed.path("status").asText()).isEqualTo("resolved");
    assertThat(changed.path("name").asText()).isEqualTo("Cart");
    assertThat(changed.at("/assignee/email").asText()).isEqualTo("ada@example.com");
    assertThat(ada.get(path).body()).isEqualTo(changed);
    JsonNode freed = ada.send("PATCH", path + "assign/", "{\"assignee\":null}").body();
    assertThat(freed.path("assignee").isNull()).isTrue();
    assertThat(ada.get(ALL + "issues/?status=active").body().path("count").asInt()).isZero();
  }

  @Test
  void whatAnIssueCannotBeIsRefusedByName() throws IOException {
    String path = ALL + "issues/" + issue("a").id() + "/";
    TestingBrowser.Answer status = ada.send("PATCH", path, "{\"status\":\"gone\"}");
    assertThat(status.status()).isEqualTo(400);
    assertThat(status.body().path("attr").asText()).isEqualTo("status");
    assertThat(
            ada.send("PATCH", path, "{\"assignee\":{\"id\":\"nobody\"}}")
                .body()
                .path("attr")
                .asText())
        .isEqualTo("assignee");
    assertThat(ada.get(ALL + "issues/" + UUID.randomUUID() + "/").status()).isEqualTo(404);
    assertThat(ada.get(ALL + "issues/nonsense/").status()).isEqualTo(404);
    assertThat(ada.send("POST", path + "split/", "{\"fingerprints\":[\"a\"]}").status())
        .isEqualTo(400);
  }

  @Test
  void manyIssuesAreChangedAtOnce() throws IOException {
    String ids = "[\"%s\",\"%s\"]".formatted(issue("a").id(), issue("b").id());
    ada.send(
        "POST",
        ALL + "issues/bulk/",
        "{\"action\":\"set_status\",\"status\":\"suppressed\",\"ids\":" + ids + "}");
    assertThat(ada.get(ALL + "issues/?status=suppressed").body().path("count").asInt())
        .isEqualTo(2);
  }

  @Test
  void aMergeIsToldToTheLakeAgainUntilTheLakeHasHeard() throws IOException {
    Issue target = issue("a");
    Issue other = issue("b");
    String merge = ALL + "issues/" + target.id() + "/merge/";
    String body = "{\"ids\":[\"" + other.id() + "\"]}";
    processed.refuse(1);
    assertThat(ada.send("POST", merge, body).status()).isEqualTo(503);
    assertThat(ada.send("POST", merge, body).status()).isEqualTo(200);

    FingerprintMoves told = (FingerprintMoves) processed.envelopes().getLast();
    assertThat(told.moves().getFirst().fingerprint()).isEqualTo("b");
    assertThat(told.moves().getFirst().issue()).isEqualTo(target.id());
    assertThat(told.moves().getFirst().version()).isEqualTo(2);
    assertThat(ada.get(ALL + "issues/" + other.id() + "/").body().path("id").asText())
        .isEqualTo(target.id().toString());
    assertThat(ada.get(ALL + "fingerprints/?issue_id=" + target.id()).body().path("count").asInt())
        .isEqualTo(2);

    JsonNode split =
        ada.send(
                "POST",
                ALL + "issues/" + target.id() + "/split/",
                "{\"fingerprints\":[{\"fingerprint\":\"b\",\"name\":\"B\"}]}")
            .body();
    String made = split.at("/new_issue_ids/0").asText();
    assertThat(ada.get(ALL + "issues/" + made + "/").body().path("name").asText()).isEqualTo("B");
    List<? extends Envelope> all = processed.envelopes();
    assertThat(((FingerprintMoves) all.getLast()).moves().getFirst().version()).isEqualTo(3);
  }

  @Test
  void aSourceMapIsUploadedAsThePostHogCliDoesItAndCountsWhenItIsFinished() throws Exception {
    String sets = ALL + "symbol_sets/";
    String wanted =
        "{\"symbol_sets\":[{\"chunk_id\":\"c-1\",\"release_id\":null,\"content_hash\":\"h1\","
            + "\"content_length\":5}],\"force\":false,\"skip_on_conflict\":false}";
    assertThat(
            ada.send("POST", sets + "bulk_check_upload", wanted)
                .body()
                .path("chunk_ids_to_upload")
                .toString())
        .isEqualTo("[\"c-1\"]");
    JsonNode started = ada.send("POST", sets + "bulk_start_upload", wanted).body();
    JsonNode one = started.at("/id_map/c-1");
    String id = one.path("symbol_set_id").asText();
    String finish = "{\"content_hashes\":{\"" + id + "\":\"h1\"}}";
    assertThat(ada.send("POST", sets + "bulk_finish_upload", finish).body().path("code").asText())
        .isEqualTo("file_not_found");

    byte[] content = {0, 1, (byte) 0xff, '\r', '\n'};
    assertThat(post(one.path("presigned_url"), content)).isEqualTo(204);
    assertThat(ada.get(sets).body().path("count").asInt()).isZero();
    assertThat(ada.send("POST", sets + "bulk_finish_upload", finish).status()).isEqualTo(201);
    JsonNode listed = ada.get(sets + "?ref=c-1&limit=1").body();
    assertThat(listed.at("/results/0/id").asText()).isEqualTo(id);
    assertThat(ada.send("POST", sets + "bulk_start_upload", wanted).body().path("id_map").isEmpty())
        .isTrue();

    String url = ada.get(sets + id + "/download/").body().path("url").asText();
    assertThat(
            HttpClient.newHttpClient()
                .send(
                    HttpRequest.newBuilder(URI.create(url)).build(),
                    HttpResponse.BodyHandlers.ofByteArray())
                .body())
        .isEqualTo(content);

    String other = wanted.replace("h1", "h2");
    assertThat(ada.send("POST", sets + "bulk_start_upload", other).body().path("code").asText())
        .isEqualTo("content_hash_mismatch");
    assertThat(
            ada.send(
                    "POST",
                    sets + "bulk_start_upload",
                    other.replace("\"force\":false", "\"force\":true"))
                .body()
                .path("id_map")
                .has("c-1"))
        .isTrue();
    assertThat(ada.send("DELETE", sets + id + "/", "").status()).isEqualTo(204);
    assertThat(ada.get(sets + id + "/").status()).isEqualTo(404);
  }

  @Test
  void aFormThatWasChangedOrIsForAnotherKeyUploadsNothing() throws Exception {
    JsonNode form = JSON.valueToTree(errors.uploads().form("symbols/1/a"));
    ((ObjectNode) form.path("fields"))
        .put("policy", form.at("/fields/policy").asText().replaceFirst("..$", "AA"));
    assertThat(post(form, new byte[] {1})).isEqualTo(403);
    assertThat(errors.uploads().size("symbols/1/a")).isEmpty();
  }

  @Test
  void uploadsThatCannotBeAreRefusedWithTheCodesTheCliKnows() throws IOException {
    String start = ALL + "symbol_sets/bulk_start_upload";
    assertThat(
            ada.send("POST", start, "{\"symbol_sets\":[{\"chunk_id\":\"c\"},{\"chunk_id\":\"c\"}]}")
                .body()
                .path("code")
                .asText())
        .isEqualTo("invalid_chunk_ids");
    assertThat(ada.send("POST", start, "{\"symbol_sets\":[{\"chunk_id\":\"\"}]}").status())
        .isEqualTo(400);
    assertThat(
            ada.send("POST", start, "{\"chunk_ids\":[\"c\"],\"release_id\":\"nonsense\"}")
                .body()
                .path("code")
                .asText())
        .isEqualTo("invalid_release_id");
    assertThat(
            ada.send(
                    "POST",
                    start,
                    "{\"symbol_sets\":[{\"chunk_id\":\"c\",\"content_length\":104857601}]}")
                .body()
                .path("code")
                .asText())
        .isEqualTo("file_too_large");
  }

  @Test
  void aReleaseIsFoundByItsHash() throws IOException {
    String body =
        "{\"hash_id\":\"h\",\"project\":\"shop\",\"version\":\"1.2\",\"metadata\":{\"git\":{\"branch\":\"main\"}}}";
    assertThat(ada.get(ALL + "releases/hash/h").status()).isEqualTo(404);
    JsonNode made = ada.send("POST", ALL + "releases", body).body();
    assertThat(made.at("/metadata/git/branch").asText()).isEqualTo("main");
    assertThat(ada.get(ALL + "releases/hash/h").body()).isEqualTo(made);
    assertThat(ada.send("POST", ALL + "releases", body).body().path("code").asText())
        .isEqualTo("release_hash_in_use");
    assertThat(ada.get(ALL + "releases/").body().path("count").asInt()).isEqualTo(1);
  }

  @Test
  void aKeyNeedsTheScopeOfErrorTracking() throws IOException {
    String key =
        ada.send(
                "POST",
                "/api/personal_api_keys/",
                "{\"label\":\"ci\",\"scopes\":[\"error_tracking:read\"]}")
            .body()
            .path("value")
            .asText();
    TestingBrowser program =
        new TestingBrowser(function).withHeader("authorization", "Bearer " + key);
    assertThat(program.get(ALL + "issues/").status()).isEqualTo(200);
    assertThat(program.send("POST", ALL + "releases", "{}").status()).isEqualTo(403);
    assertThat(new TestingBrowser(function).get(ALL + "issues/").status()).isEqualTo(401);
  }

  private Issue issue(String fingerprint) {
    return errors
        .issues()
        .see(
            new Sighting(
                1, fingerprint, UUID.randomUUID(), "TypeError", "x is undefined", Instant.now()))
        .issue();
  }

  private static int post(JsonNode form, byte[] content) throws Exception {
    String boundary = "b-o-u-n-d-a-r-y";
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    form.path("fields")
        .properties()
        .forEach(
            field ->
                body.writeBytes(
                    ("--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n")
                        .formatted(boundary, field.getKey(), field.getValue().asText())
                        .getBytes(UTF_8)));
    body.writeBytes(
        ("--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"file\"\r\n"
                + "Content-Type: application/octet-stream\r\n\r\n")
            .formatted(boundary)
            .getBytes(UTF_8));
    body.writeBytes(content);
    body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(UTF_8));
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(form.path("url").asText()))
                .header("content-type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                .build(),
            HttpResponse.BodyHandlers.ofString())
        .statusCode();
  }
}
