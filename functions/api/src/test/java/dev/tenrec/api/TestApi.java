package dev.tenrec.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.tenrec.emulators.DynamoDbEmulator;
import dev.tenrec.http.testing.TestingBrowser;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TestApi {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ADA =
      "{\"email\":\"ada@example.com\",\"name\":\"Ada\",\"password\":\"long enough\"}";

  private final ApiHandler handler = deployed("");
  private final TestingBrowser ada = browser(handler);

  @Test
  void whoeverComesFirstBecomesTheOwnerAndIsSignedIn() throws IOException {
    assertThat(ada.get("/api/setup").body().path("owner_exists").asBoolean()).isFalse();
    assertThat(ada.send("POST", "/api/setup", ADA).status()).isEqualTo(201);
    assertThat(ada.get("/api/setup").body().path("owner_exists").asBoolean()).isTrue();

    JsonNode me = ada.get("/api/users/@me/").body();
    assertThat(me.path("email").asText()).isEqualTo("ada@example.com");
    assertThat(me.path("team").path("api_token").asText()).startsWith("phc_");
    assertThat(browser(handler).send("POST", "/api/setup", ADA).status()).isEqualTo(409);
  }

  @Test
  void aDeploymentWithASetupCodeAsksForIt() throws IOException {
    TestingBrowser browser = browser(deployed("s3cret"));
    TestingBrowser.Answer refused = browser.send("POST", "/api/setup", ADA);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body().path("attr").asText()).isEqualTo("setup_code");
    String withCode = ADA.replace("{", "{\"setup_code\":\"s3cret\",");
    assertThat(browser.send("POST", "/api/setup", withCode).status()).isEqualTo(201);
  }

  @Test
  void aBadOwnerIsToldWhichFieldToMend() throws IOException {
    TestingBrowser.Answer answer =
        ada.send("POST", "/api/setup", ADA.replace("long enough", "short"));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body().path("attr").asText()).isEqualTo("password");
    assertThat(ada.send("POST", "/api/setup", "{\"email\":1}").body().path("attr").asText())
        .isEqualTo("email");
    assertThat(ada.send("POST", "/api/setup", "{broken").body().path("code").asText())
        .isEqualTo("parse_error");
  }

  @Test
  void signingOutEndsTheSession() throws IOException {
    ada.send("POST", "/api/setup", ADA);
    TestingBrowser other = browser(handler);
    assertThat(other.send("POST", "/api/login", ADA.replace("long", "wrong")).status())
        .isEqualTo(401);
    assertThat(other.send("POST", "/api/login", ADA).status()).isEqualTo(200);
    assertThat(other.get("/api/users/@me").status()).isEqualTo(200);
    assertThat(other.send("POST", "/api/logout", "").status()).isEqualTo(204);
    assertThat(other.get("/api/users/@me").status()).isEqualTo(401);
    assertThat(ada.get("/api/users/@me").status()).isEqualTo(200);
  }

  @Test
  void whoeverMaySignInIsListed() throws IOException {
    ada.send("POST", "/api/setup", ADA);

    JsonNode me = ada.get("/api/users/@me/").body();
    JsonNode members = ada.get("/api/organizations/@current/members/").body();

    assertThat(members.path("count").asInt()).isEqualTo(1);
    JsonNode user = members.at("/results/0/user");
    assertThat(user.path("id")).isEqualTo(me.path("id"));
    assertThat(user.path("email").asText()).isEqualTo("ada@example.com");
    assertThat(user.path("first_name").asText()).isEqualTo("Ada");
  }

  @Test
  void projectsAreMadeChangedAndDeleted() throws IOException {
    ada.send("POST", "/api/setup", ADA);
    JsonNode made =
        ada.send("POST", "/api/projects/", "{\"name\":\"Shop\",\"timezone\":\"Europe/Berlin\"}")
            .body();
    assertThat(made.path("id").asLong()).isEqualTo(2);

    JsonNode changed = ada.send("PATCH", "/api/environments/2/", "{\"anonymize_ips\":true}").body();
    assertThat(changed.path("name").asText()).isEqualTo("Shop");
    assertThat(changed.path("anonymize_ips").asBoolean()).isTrue();
    assertThat(changed.path("autocapture_exceptions_opt_in").asBoolean(true)).isFalse();
    assertThat(
            ada.send("PATCH", "/api/projects/2/", "{\"autocapture_exceptions_opt_in\":true}")
                .body()
                .path("autocapture_exceptions_opt_in")
                .asBoolean())
        .isTrue();
    assertThat(
            ada.send("POST", "/api/projects/2/reset_token/", "").body().path("api_token").asText())
        .isNotEqualTo(made.path("api_token").asText());
    assertThat(ada.get("/api/projects/").body().path("count").asInt()).isEqualTo(2);
    assertThat(ada.send("DELETE", "/api/projects/2/", "").status()).isEqualTo(204);
    assertThat(ada.get("/api/projects/2/").status()).isEqualTo(404);
    assertThat(ada.send("DELETE", "/api/projects/1/", "").status()).isEqualTo(409);
    assertThat(
            ada.send("PATCH", "/api/projects/1/", "{\"timezone\":\"Mars\"}")
                .body()
                .path("attr")
                .asText())
        .isEqualTo("timezone");
  }

  @Test
  void aProjectSaysWhichAccountsAreItsOwnPeoples() throws IOException {
    ada.send("POST", "/api/setup", ADA);
    assertThat(ada.get("/api/projects/1/").body().path("test_account_filters")).isEmpty();
    String filters =
        "[{\"key\":\"email\",\"type\":\"person\",\"operator\":\"not_icontains\",\"value\":\"@us\"}]";
    ada.send("PATCH", "/api/projects/1/", "{\"test_account_filters\":" + filters + "}");
    assertThat(ada.send("PATCH", "/api/projects/1/", "{\"name\":\"Shop\"}").status())
        .isEqualTo(200);
    assertThat(ada.get("/api/projects/1/").body().path("test_account_filters").toString())
        .isEqualTo(filters);
    TestingBrowser.Answer refused =
        ada.send("PATCH", "/api/projects/1/", "{\"test_account_filters\":[\"email\"]}");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body().path("attr").asText()).isEqualTo("test_account_filters");
  }

  @Test
  void aProgramActsWithAKeyButCannotMakeAnother() throws IOException {
    ada.send("POST", "/api/setup", ADA);
    JsonNode key =
        ada.send(
                "POST",
                "/api/personal_api_keys/",
                "{\"label\":\"ci\",\"scopes\":[\"project:read\"]}")
            .body();
    TestingBrowser program =
        browser(handler).withHeader("authorization", "Bearer " + key.path("value").asText());

    assertThat(program.get("/api/projects/@current/").status()).isEqualTo(200);
    assertThat(program.get("/api/personal_api_keys/@current").body().path("label").asText())
        .isEqualTo("ci");
    TestingBrowser.Answer refused = program.send("PATCH", "/api/projects/1/", "{\"name\":\"x\"}");
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.body().path("detail").asText()).contains("project:write");
    assertThat(program.send("POST", "/api/personal_api_keys/", "{\"label\":\"x\"}").status())
        .isEqualTo(403);

    assertThat(ada.get("/api/personal_api_keys/").body().toString())
        .contains("\"label\":\"ci\"")
        .doesNotContain(key.path("value").asText());
    String path = "/api/personal_api_keys/" + key.path("id").asText() + "/";
    assertThat(ada.send("DELETE", path, "").status()).isEqualTo(204);
    assertThat(program.get("/api/projects/@current/").status()).isEqualTo(401);
  }

  @Test
  void insightsAreKeptAsTheyWereSaved() throws IOException {
    ada.send("POST", "/api/setup", ADA);
    String query = "{\"kind\":\"TrendsQuery\",\"series\":[]}";
    for (int i = 1; i <= 3; i++) {
      ada.send(
          "POST", "/api/projects/1/insights/", "{\"name\":\"I" + i + "\",\"query\":" + query + "}");
    }
    JsonNode page = ada.get("/api/projects/1/insights/?limit=2").body();
    assertThat(page.path("count").asInt()).isEqualTo(3);
    assertThat(page.path("results").path(0).path("name").asText()).isEqualTo("I3");
    assertThat(page.path("next").asText())
        .isEqualTo("https://tenrec.test/api/projects/1/insights/?limit=2&offset=2");
    assertThat(page.path("results").path(0).path("query").toString()).isEqualTo(query);

    assertThat(
            ada.send("PATCH", "/api/projects/1/insights/1/", "{\"name\":\"Better\"}")
                .body()
                .path("version")
                .asInt())
        .isEqualTo(2);
    ada.send("PATCH", "/api/projects/1/insights/1/", "{\"deleted\":true}");
    assertThat(ada.get("/api/projects/1/insights/1/").status()).isEqualTo(404);
    assertThat(
            ada.send("POST", "/api/projects/1/insights/", "{\"query\":{}}")
                .body()
                .path("attr")
                .asText())
        .isEqualTo("query");
  }

  @Test
  void aFlagIsStoredOnlyWhenItCanBeEvaluated() throws IOException {
    ada.send("POST", "/api/setup", ADA);
    String all = "/api/projects/1/feature_flags/";
    JsonNode made =
        ada.send(
                "POST",
                all,
                "{\"key\":\"new-banner\",\"filters\":{\"groups\":[{\"rollout_percentage\":50}]}}")
            .body();
    assertThat(made.path("active").asBoolean()).isTrue();
    assertThat(ada.send("POST", all, "{\"key\":\"new-banner\"}").body().path("code").asText())
        .isEqualTo("unique");
    assertThat(
            ada.send(
                    "PATCH",
                    all + "1/",
                    "{\"filters\":{\"groups\":[{\"rollout_percentage\":120}]}}")
                .body()
                .path("attr")
                .asText())
        .isEqualTo("filters__groups");

    JsonNode changed = ada.send("PATCH", all + "1/", "{\"active\":false}").body();
    assertThat(changed.path("version").asInt()).isEqualTo(2);
    assertThat(changed.path("filters")).isEqualTo(made.path("filters"));
    assertThat(ada.get(all + "1/history").body().path("count").asInt()).isEqualTo(2);
    assertThat(ada.get(all + "?search=BANNER").body().path("count").asInt()).isEqualTo(1);
    ada.send("DELETE", all + "1/", "");
    assertThat(ada.get(all).body().path("count").asInt()).isZero();
    assertThat(ada.send("POST", all, "{\"key\":\"new-banner\"}").status()).isEqualTo(201);
  }

  @Test
  void unknownPathsAndMethodsAreSaidApart() throws IOException {
    assertThat(ada.get("/api/nothing").status()).isEqualTo(404);
    assertThat(ada.send("PUT", "/api/login", "{}").status()).isEqualTo(405);
    assertThat(ada.get("/api/projects/").status()).isEqualTo(401);
  }

  @Test
  void theAccountsAdministratorLearnsTheTokenAndResetsAPassword() throws IOException {
    JsonNode listed = ada.invoke(command().put("command", "projects"));
    assertThat(listed.path("projects").path(0).path("api_token").asText()).startsWith("phc_");

    ada.send("POST", "/api/setup", ADA);
    ada.invoke(
        command()
            .put("command", "reset_password")
            .put("email", "ada@example.com")
            .put("password", "another one"));
    assertThat(ada.send("POST", "/api/login", ADA).status()).isEqualTo(401);
    assertThatThrownBy(() -> ada.invoke(command().put("command", "dance")))
        .hasMessageContaining("must be projects, reset_password or create_key");
  }

  @Test
  void theAccountsAdministratorGetsAKeyForWhatIsListedAndNotForLong() throws IOException {
    JsonNode key =
        ada.invoke(
            JSON.readTree(
                """
                {"command": "create_key", "label": "demo", "scopes": ["project:read"], "minutes": 5}
                """));
    assertThat(Instant.parse(key.path("expires_at").asText()))
        .isBetween(Instant.now(), Instant.now().plus(Duration.ofMinutes(5)));
    TestingBrowser program =
        browser(handler).withHeader("authorization", "Bearer " + key.path("value").asText());
    ada.send("POST", "/api/setup", ADA);
    assertThat(program.get("/api/projects/@current/").status()).isEqualTo(200);
    assertThat(program.get("/api/projects/@current/insights/").status()).isEqualTo(403);
    assertThat(ada.get("/api/personal_api_keys/").body().path("count").asInt()).isZero();
  }

  @Test
  void anAdministratorsKeySaysWhatItIsForAndForHowLong() {
    assertRefused("\"scopes\": [\"a:read\"], \"minutes\": 61", "minutes is 61");
    assertRefused("\"scopes\": [\"a:read\"]", "minutes");
    assertRefused("\"scopes\": [\"*\"], \"minutes\": 5", "scopes is [\"*\"]");
    assertRefused("\"minutes\": 5", "list what the key is for");
    assertRefused("\"scopes\": [\"all\"], \"minutes\": 5", "scope is \"all\"");
  }

  private void assertRefused(String fields, String message) {
    assertThatThrownBy(
            () ->
                ada.invoke(
                    JSON.readTree(
                        "{\"command\": \"create_key\", \"label\": \"l\", " + fields + "}")))
        .hasMessageContaining(message);
  }

  private static ApiHandler deployed(String setupCode) {
    DynamoDbEmulator engine = DynamoDbEmulator.shared();
    return new ApiHandler(
        engine.client(),
        Map.of(
            "PROJECTS_TABLE", engine.freshTable("projects"),
            "DEFINITIONS_TABLE", engine.freshTable("definitions"),
            "SETUP_CODE", setupCode));
  }

  private static TestingBrowser browser(ApiHandler handler) {
    return new TestingBrowser(handler).withHeader("X-Tenrec-Request", "1");
  }

  private static com.fasterxml.jackson.databind.node.ObjectNode command() {
    return JsonNodeFactory.instance.objectNode();
  }
}
