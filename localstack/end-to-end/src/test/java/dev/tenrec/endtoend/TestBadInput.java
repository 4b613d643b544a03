package dev.tenrec.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** What is wrong is answered clearly, kept with its reason, and costs nothing else. */
@EnabledIfSystemProperty(
    named = "tenrec.unproven",
    matches = "true",
    disabledReason = "Never seen to pass yet: run with -DargLine=-Dtenrec.unproven=true")
class TestBadInput {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void brokenRequestsAreAnsweredAndTheGoodOnesAroundThemArrive() throws Exception {
    RunningCloud cloud = SharedCloud.get();
    ConsoleUser owner = ConsoleUser.signIn(cloud.front());
    String token = owner.token();
    String good = "{\"api_key\":\"%s\",\"event\":\"among bad ones\",\"distinct_id\":\"b\"}";

    assertThat(post(cloud, good.formatted(token)).statusCode()).isEqualTo(200);
    assertThat(post(cloud, "{not json").statusCode()).isEqualTo(400);
    assertThat(post(cloud, new byte[] {0x1f, (byte) 0x8b, 8, 1, 2, 3}).statusCode()).isEqualTo(400);
    assertThat(post(cloud, bomb()).statusCode()).isEqualTo(413);
    assertThat(post(cloud, good.formatted("phx_personal")).statusCode()).isEqualTo(401);
    assertThat(post(cloud, good.formatted("phc_of_nobody")).statusCode()).isEqualTo(200);
    assertThat(post(cloud, "{\"api_key\":\"" + token + "\",\"event\":\"no id\"}").statusCode())
        .isEqualTo(400);
    String absurd =
        "{\"api_key\":\"%s\",\"event\":\"among bad"
            + " ones\",\"distinct_id\":\"%s\",\"timestamp\":\"99999-01-01\"}";
    assertThat(post(cloud, absurd.formatted(token, "x".repeat(5_000))).statusCode()).isEqualTo(200);
    assertThat(post(cloud, good.formatted(token)).statusCode()).isEqualTo(200);

    assertThat(owner.eventually("select count() from events where event = 'among bad ones'", 3))
        .isEqualTo(3);
    assertThat(
            owner.eventually(
                "select count() from rejected where reason != '' and body like '%no id%'", 1))
        .isEqualTo(1);
  }

  @Test
  void aSyntaxErrorSaysWhere() throws Exception {
    ConsoleUser owner = ConsoleUser.signIn(SharedCloud.get().front());
    HttpResponse<String> response =
        owner.query(
            JSON.createObjectNode()
                .put("kind", "HogQLQuery")
                .put("query", "select count( from events"));
    assertThat(response.statusCode()).isEqualTo(400);
    JsonNode error = JSON.readTree(response.body());
    assertThat(error.path("type").asText()).isEqualTo("validation_error");
    assertThat(error.path("detail").asText()).contains("line 1");
  }

  @Test
  void anEndlessQueryIsStoppedAndTheNextOneRuns() throws Exception {
    ConsoleUser owner = ConsoleUser.signIn(SharedCloud.get().front());
    ObjectNode endless =
        JSON.createObjectNode()
            .put("kind", "HogQLQuery")
            .put(
                "query",
                "select sum(a.number * b.number + c.number) from numbers(1000000) a cross join"
                    + " numbers(1000000) b cross join numbers(1000000) c");
    HttpResponse<String> response = owner.query(endless);
    assertThat(response.statusCode()).isBetween(400, 504);
    assertThat(response.body()).containsIgnoringCase("time");
    assertThat(owner.rows("select 1").path(0).path(0).asInt()).isEqualTo(1);
  }

  private static HttpResponse<String> post(RunningCloud cloud, String body) throws Exception {
    return post(cloud, body.getBytes(StandardCharsets.UTF_8));
  }

  private static HttpResponse<String> post(RunningCloud cloud, byte[] body) throws Exception {
    URI address = cloud.front().resolve("/e/");
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(address)
                .header("content-type", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build(),
            HttpResponse.BodyHandlers.ofString());
  }

  private static byte[] bomb() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 200; i++) {
        gzip.write(zeros);
      }
    }
    return bytes.toByteArray();
  }
}
