package dev.tenrec.flags.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.emulators.DynamoDbEmulator;
import dev.tenrec.http.testing.TestingBrowser;
import dev.tenrec.stores.access.Accounts;
import dev.tenrec.stores.access.PersonalKeys;
import dev.tenrec.stores.access.User;
import dev.tenrec.stores.batches.BatchTable;
import dev.tenrec.stores.batches.Pauses;
import dev.tenrec.stores.definitions.Definitions;
import dev.tenrec.stores.persons.Applied;
import dev.tenrec.stores.persons.DistinctIds;
import dev.tenrec.stores.persons.DynamoDbPersonStore;
import dev.tenrec.stores.persons.Person;
import dev.tenrec.stores.persons.PersonChange;
import dev.tenrec.stores.persons.PersonKey;
import dev.tenrec.stores.projects.Project;
import dev.tenrec.stores.projects.Projects;
import dev.tenrec.stores.table.Table;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class TestFlagsEndpoint {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final DynamoDbEmulator engine = DynamoDbEmulator.shared();
  private final InstantSource clock = InstantSource.system();
  private final Table state = new Table(engine.client(), engine.freshTable("projects"));
  private final String persons = engine.freshTable("persons");
  private final String definitionsTable = engine.freshTable("definitions");
  private final Definitions definitions =
      new Definitions(new Table(engine.client(), definitionsTable), clock);
  private final Project project =
      new Projects(state, clock, () -> "phc_test").create("Shop", ZoneOffset.UTC);
  private final TestingBrowser sdk =
      new TestingBrowser(
          new FlagsHandler(
              engine.client(),
              Map.of(
                  "PROJECTS_TABLE", state.name(),
                  "DEFINITIONS_TABLE", definitionsTable,
                  "PERSONS_TABLE", persons)));

  @Test
  void everySdkGetsTheShapeItUnderstands() throws Exception {
    define("on", "{'groups':[{}],'payloads':{'true':'1'}}");
    define("off", "{'groups':[]}");
    define(
        "split",
        "{'groups':[{}],'multivariate':{'variants':[{'key':'b','rollout_percentage':100}]}}");
    String ask = "{'api_key':'phc_test','distinct_id':'u'}";

    JsonNode details = post("/flags/?v=2", ask).path("flags");
    assertThat(details.path("on").path("enabled").asBoolean()).isTrue();
    assertThat(details.path("on").path("metadata").path("payload").isTextual()).isTrue();
    assertThat(details.path("on").path("variant").isNull()).isTrue();
    assertThat(details.path("split").path("variant").asText()).isEqualTo("b");
    assertThat(details.path("off").path("reason").path("code").asText())
        .isEqualTo("no_condition_match");
    assertThat(details.path("on").path("reason").path("description").asText())
        .isEqualTo("Matched condition set 1");

    JsonNode values = post("/flags?v=1", ask);
    assertThat(values.path("featureFlags").toString())
        .contains("\"on\":true", "\"off\":false", "\"split\":\"b\"");
    assertThat(values.path("featureFlagPayloads").path("on").isTextual()).isTrue();
    assertThat(post("/decide/?v=3", ask).path("featureFlags"))
        .isEqualTo(values.path("featureFlags"));
    assertThat(post("/decide?v=2", ask).path("featureFlags").has("off")).isFalse();
    assertThat(post("/decide", ask).path("featureFlags")).hasSize(2);
    assertThat(post("/decide?v=4", ask).path("flags").has("split")).isTrue();
  }

  @Test
  void storedPropertiesCountUnlessTheRequestSaysOtherwise() throws Exception {
    define("pro", "{'groups':[{'properties':[{'key':'plan','value':'pro'}]}]}");
    store("ada", JSON.createObjectNode().put("plan", "pro"));

    assertThat(enabled("{'token':'phc_test','distinct_id':'ada'}", "pro")).isTrue();
    assertThat(enabled("{'token':'phc_test','distinct_id':'eve'}", "pro")).isFalse();
    assertThat(
            enabled(
                "{'token':'phc_test','distinct_id':'ada','person_properties':{'plan':'free'}}",
                "pro"))
        .isFalse();
    assertThat(enabled("{'token':'phc_test','distinct_id':'eve','$anon_distinct_id':'ada'}", "pro"))
        .isTrue();
  }

  @Test
  void aVisitorKeepsTheirAnswerAfterSigningUp() throws Exception {
    // simple-flag places distinct_id_1 at 0.34 and distinct_id_0 at 0.78.
    ObjectNode flag = flag("simple-flag", "{'groups':[{'rollout_percentage':45}]}");
    definitions.create(1, "feature_flag", flag.put("ensure_experience_continuity", true), "ada");
    store("distinct_id_0", JSON.createObjectNode());

    assertThat(enabled("{'token':'phc_test','distinct_id':'distinct_id_0'}", "simple-flag"))
        .isFalse();
    assertThat(
            enabled(
                "{'token':'phc_test','distinct_id':'distinct_id_0','$anon_distinct_id':'distinct_id_1'}",
                "simple-flag"))
        .isTrue();
    assertThat(enabled("{'token':'phc_test','distinct_id':'distinct_id_0'}", "simple-flag"))
        .isTrue();
  }

  @Test
  void compressedAndFormEncodedRequestsAreUnderstood() throws Exception {
    define("on", "{'groups':[{}]}");
    byte[] plain = json("{'token':'phc_test','distinct_id':'u'}").getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
      gzip.write(plain);
    }
    assertThat(sdk.send("POST", "/flags/?v=2", zipped.toByteArray()).body().path("flags"))
        .hasSize(1);
    String form =
        "data="
            + java.net.URLEncoder.encode(
                java.util.Base64.getEncoder().encodeToString(plain), StandardCharsets.UTF_8);
    assertThat(
            sdk.withHeader("content-type", "application/x-www-form-urlencoded")
                .send("POST", "/flags/?v=2&compression=base64", form)
                .body()
                .path("flags"))
        .hasSize(1);
  }

  @Test
  void badRequestsAreToldWhy() throws Exception {
    assertThat(sdk.send("POST", "/flags/?v=2", "{").status()).isEqualTo(400);
    assertThat(sdk.send("POST", "/flags/?v=2", "{}").status()).isEqualTo(401);
    assertThat(sdk.send("POST", "/flags/?v=2", json("{'token':'phc_other'}")).status())
        .isEqualTo(401);
    assertThat(sdk.send("POST", "/flags/?v=2", json("{'token':'phc_test'}")).text())
        .contains("distinct_id is missing");
    assertThat(
            post("/flags/?v=2", "{'token':'phc_test','disable_flags':true}")
                .path("flags")
                .isEmpty())
        .isTrue();
    assertThat(sdk.send("DELETE", "/flags", "").status()).isEqualTo(405);
    assertThat(sdk.send("OPTIONS", "/flags", "").status()).isEqualTo(204);
    assertThat(sdk.get("/flags/").body().has("supportedCompression")).isTrue();
  }

  @Test
  void definitionsAreReadWithAKeyAndOnlyWhenTheyChanged() throws Exception {
    define("on", "{'groups':[{}]}");
    String path = "/flags/definitions?send_cohorts&token=phc_test";
    assertThat(sdk.get(path).status()).isEqualTo(401);
    User ada =
        new Accounts(state, clock).createOwner("a@example.com", "A", "long enough").orElseThrow();
    String key =
        new PersonalKeys(state, clock)
            .create(ada, "sdk", List.of("feature_flag:read"), List.of())
            .secret();
    sdk.withHeader("authorization", "Bearer " + key);

    TestingBrowser.Answer first = sdk.get("/api/feature_flag/local_evaluation/?token=phc_test");
    assertThat(first.status()).isEqualTo(200);
    assertThat(first.body().path("flags").path(0).path("key").asText()).isEqualTo("on");
    sdk.withHeader("if-none-match", first.headers().get("etag"));
    assertThat(sdk.get(path).status()).isEqualTo(304);
  }

  private boolean enabled(String ask, String flag) throws Exception {
    return post("/flags/?v=2", ask).path("flags").path(flag).path("enabled").asBoolean();
  }

  private JsonNode post(String path, String ask) throws Exception {
    TestingBrowser.Answer answer = sdk.send("POST", path, json(ask));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.body();
  }

  private void define(String key, String filters) throws Exception {
    definitions.create(project.id(), "feature_flag", flag(key, filters), "ada");
  }

  private static ObjectNode flag(String key, String filters) throws Exception {
    return JsonNodeFactory.instance
        .objectNode()
        .put("key", key)
        .put("active", true)
        .set("filters", JSON.readTree(json(filters)));
  }

  private void store(String distinctId, ObjectNode properties) {
    Instant now = clock.instant();
    Person person =
        new Person(
            PersonKey.of(1, distinctId),
            1,
            properties,
            true,
            DistinctIds.of(distinctId),
            Applied.nothing(),
            now,
            now);
    new DynamoDbPersonStore(new BatchTable(engine.client(), persons, 1, Pauses.system()))
        .write(List.of(List.of(new PersonChange(person, 0))));
  }

  private static String json(String text) {
    return text.replace('\'', '"');
  }
}
