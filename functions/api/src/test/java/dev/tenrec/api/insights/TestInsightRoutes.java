package dev.tenrec.api.insights;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenrec.api.TestingApi;
import dev.tenrec.http.testing.TestingBrowser;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TestInsightRoutes {
  private final TestingBrowser ada = new TestingApi(Map.of()).owner();

  @Test
  void insightsAreKeptAsTheyWereSaved() throws IOException {
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
    assertThat(ada.get("/api/projects/1/insights/1/history/").body().path("results"))
        .extracting(version -> version.path("name").asText())
        .containsExactly("Better", "I1");
    ada.send("PATCH", "/api/projects/1/insights/1/", "{\"deleted\":true}");
    assertThat(ada.get("/api/projects/1/insights/1/").status()).isEqualTo(404);
    assertThat(
            ada.send("POST", "/api/projects/1/insights/", "{\"query\":{}}")
                .body()
                .path("attr")
                .asText())
        .isEqualTo("query");
  }
}
