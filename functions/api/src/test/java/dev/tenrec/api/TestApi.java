package dev.tenrec.api;

import static dev.tenrec.api.TestingApi.ADA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.http.testing.TestingBrowser;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TestApi {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final TestingApi api = new TestingApi(Map.of());
  private final TestingBrowser ada = api.browser();

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
        api.browser().withHeader("authorization", "Bearer " + key.path("value").asText());
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

  private static ObjectNode command() {
    return JsonNodeFactory.instance.objectNode();
  }
}
