package dev.tenrec.api.projects;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenrec.api.TestingApi;
import dev.tenrec.http.testing.TestingBrowser;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TestProjectRoutes {
  private final TestingBrowser ada = new TestingApi(Map.of()).owner();

  @Test
  void projectsAreMadeChangedAndDeleted() throws IOException {
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
  void weeksOfAProjectBeginOnSundayOrMonday() throws IOException {
    assertThat(ada.get("/api/projects/1/").body().path("week_start_day").toString()).isEqualTo("0");
    ada.send("PATCH", "/api/projects/1/", "{\"week_start_day\":1}");
    ada.send("PATCH", "/api/projects/1/", "{\"timezone\":\"Europe/Berlin\"}");
    assertThat(ada.get("/api/projects/1/").body().path("week_start_day").toString()).isEqualTo("1");
    for (String other : List.of("2", "-1", "\"1\"", "true", "0.5")) {
      TestingBrowser.Answer refused =
          ada.send("PATCH", "/api/projects/1/", "{\"week_start_day\":" + other + "}");
      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.body().path("attr").asText()).isEqualTo("week_start_day");
      assertThat(refused.body().path("detail").asText())
          .isEqualTo("week_start_day is " + other + ": write 0 for Sunday or 1 for Monday.");
    }
    String monday = "{\"name\":\"Shop\",\"week_start_day\":1}";
    assertThat(ada.send("POST", "/api/projects/", monday).body().path("week_start_day").toString())
        .isEqualTo("1");
  }

  @Test
  void aProjectSaysWhichAccountsAreItsOwnPeoples() throws IOException {
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
}
