package dev.tenrec.cloud.front;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tenrec.cloud.functions.InvocationResult;
import dev.tenrec.cloud.web.WebResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestHttpApi {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpApi api =
      new HttpApi(
          "api",
          List.of(
              new HttpApi.Target("ANY /{proxy+}", "greedy"),
              new HttpApi.Target("$default", "default"),
              new HttpApi.Target("ANY /projects/{id}", "any"),
              new HttpApi.Target("GET /projects/{id}", "named"),
              new HttpApi.Target("GET /projects/new", "plain"),
              new HttpApi.Target("GET /projects/{id}/files/{path+}", "files")),
          (function, event) ->
              new InvocationResult.Answer(
                  ("{\"function\":\""
                          + function
                          + "\","
                          + new String(event, StandardCharsets.UTF_8).substring(1))
                      .getBytes(StandardCharsets.UTF_8)),
          UUID::randomUUID,
          InstantSource.system());

  @ParameterizedTest
  @CsvSource({
    "GET, /projects/new, plain",
    "GET, /projects/7, named",
    "POST, /projects/7, any",
    "GET, /projects/7/files/a/b, files",
    "GET, /projects/7/other, greedy",
    "GET, /, default"
  })
  void theRouteThatSaysMostCounts(String method, String path, String function) throws IOException {
    assertThat(ask(method, path).path("function").asText()).isEqualTo(function);
  }

  @Test
  void thePartsOfThePathThatTheRouteNamesAreInTheEvent() throws IOException {
    JsonNode event = ask("GET", "/projects/7/files/a/b.txt");

    assertThat(event.at("/pathParameters/id").asText()).isEqualTo("7");
    assertThat(event.at("/pathParameters/path").asText()).isEqualTo("a/b.txt");
    assertThat(event.path("routeKey").asText()).isEqualTo("GET /projects/{id}/files/{path+}");
  }

  @Test
  void withoutARouteThereIsNothing() {
    HttpApi empty =
        new HttpApi("api", List.of(), (_, _) -> null, UUID::randomUUID, InstantSource.system());

    assertThat(empty.handle(Requests.get("/")).status()).isEqualTo(404);
  }

  private JsonNode ask(String method, String path) throws IOException {
    WebResponse response = api.handle(Requests.request(method, path, ""));
    assertThat(response.status()).isEqualTo(200);
    return JSON.readTree(response.body());
  }
}
