package dev.tenrec.api.access;

import static dev.tenrec.api.TestingApi.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenrec.api.TestingApi;
import dev.tenrec.http.testing.TestingBrowser;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TestAccessRoutes {
  private final TestingApi api = new TestingApi(Map.of());
  private final TestingBrowser ada = api.browser();

  @Test
  void whoeverComesFirstBecomesTheOwnerAndIsSignedIn() throws IOException {
    assertThat(ada.get("/api/setup").body().path("owner_exists").asBoolean()).isFalse();
    assertThat(ada.send("POST", "/api/setup", ADA).status()).isEqualTo(201);
    assertThat(ada.get("/api/setup").body().path("owner_exists").asBoolean()).isTrue();

    JsonNode me = ada.get("/api/users/@me/").body();
    assertThat(me.path("email").asText()).isEqualTo("ada@example.com");
    assertThat(me.path("team").path("api_token").asText()).startsWith("phc_");
    assertThat(api.browser().send("POST", "/api/setup", ADA).status()).isEqualTo(409);
  }

  @Test
  void aDeploymentWithASetupCodeAsksForIt() throws IOException {
    TestingBrowser browser = new TestingApi(Map.of("SETUP_CODE", "s3cret")).browser();
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
    TestingBrowser other = api.browser();
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
  void aProgramActsWithAKeyButCannotMakeAnother() throws IOException {
    ada.send("POST", "/api/setup", ADA);
    JsonNode key =
        ada.send(
                "POST",
                "/api/personal_api_keys/",
                "{\"label\":\"ci\",\"scopes\":[\"project:read\"]}")
            .body();
    TestingBrowser program =
        api.browser().withHeader("authorization", "Bearer " + key.path("value").asText());

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
}
