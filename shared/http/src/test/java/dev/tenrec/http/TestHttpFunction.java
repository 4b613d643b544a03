package dev.tenrec.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class TestHttpFunction {
  private static final String EVENT =
      """
      {"version":"2.0","rawPath":"/a%20b/","rawQueryString":"x=1&y=%2B+&x=2&flag&broken=%zz",
       "headers":{"Content-Type":"text/plain","x-forwarded-for":"10.0.0.1, 203.0.113.9"},
       "cookies":["a=1","session=x=y; ","broken"],
       "requestContext":{"http":{"method":"POST","sourceIp":"198.51.100.1"}},
       "body":"aGkg/w==","isBase64Encoded":true}\
      """;

  private final List<HttpRequest> seen = new ArrayList<>();
  private final TestingContext context = new TestingContext();

  @Test
  void theRequestIsReadFromThePayload() throws Exception {
    invoke(EVENT, HttpResponse.empty(204));

    HttpRequest request = seen.getFirst();
    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.path()).isEqualTo("/a b/");
    assertThat(request.route()).isEqualTo("/a b");
    assertThat(request.parameter("x")).contains("1");
    assertThat(request.query().get("x")).containsExactly("1", "2");
    assertThat(request.parameter("y")).contains("+ ");
    assertThat(request.parameter("flag")).contains("");
    assertThat(request.parameter("broken")).contains("%zz");
    assertThat(request.parameter("z")).isEmpty();
    assertThat(request.header("CONTENT-TYPE")).contains("text/plain");
    assertThat(request.header("accept")).isEmpty();
    assertThat(request.cookie("session")).contains("x=y;");
    assertThat(request.cookie("broken")).isEmpty();
    assertThat(request.body()).containsExactly('h', 'i', ' ', 0xff);
  }

  @Test
  void theClientsAddressIsReadFromWhatStoodInTheWay() throws Exception {
    invoke(EVENT, HttpResponse.empty(204));
    invoke(EVENT.replace("x-forwarded-for", "x-other"), HttpResponse.empty(204));

    assertThat(seen)
        .extracting(HttpRequest::clientIp)
        .containsExactly("203.0.113.9", "198.51.100.1");
  }

  @Test
  void aPlusSignInAPathStays() throws Exception {
    invoke(EVENT.replace("/a%20b/", "/a+b"), HttpResponse.empty(204));

    assertThat(seen.getFirst().path()).isEqualTo("/a+b");
  }

  @Test
  void aBodyThatIsTextIsTakenAsItIs() throws Exception {
    invoke(
        EVENT.replace("aGkg/w==", "grüße").replace("\"isBase64Encoded\":true", "\"x\":1"),
        HttpResponse.empty(204));

    assertThat(seen.getFirst().text()).isEqualTo("grüße");
  }

  @Test
  void aBodyMayBeAsLargeAsThePlatformLetsThrough() throws Exception {
    invoke(EVENT.replace("aGkg/w==", "AAAA".repeat(7 << 20)), HttpResponse.empty(204));

    assertThat(seen.getFirst().body()).hasSize(21 << 20);
  }

  @Test
  void aRequestWithoutAnythingIsAGetOfTheRoot() throws Exception {
    invoke("{\"requestContext\":{}}", HttpResponse.empty(204));

    HttpRequest request = seen.getFirst();
    assertThat(request.method()).isEqualTo("GET");
    assertThat(request.route()).isEqualTo("/");
    assertThat(request.body()).isEmpty();
    assertThat(request.query()).isEmpty();
    assertThat(request.clientIp()).isEmpty();
  }

  @Test
  void theResponseIsWrittenWithItsBytes() throws Exception {
    JsonNode answer =
        invoke(
            EVENT,
            HttpResponse.of(201, "image/png", new byte[] {1, (byte) 0xff})
                .withHeader("etag", "\"1\"")
                .withCookie("a=1; Secure")
                .withCookie("b=2"));

    assertThat(answer.get("statusCode").intValue()).isEqualTo(201);
    assertThat(answer.at("/headers/content-type").asText()).isEqualTo("image/png");
    assertThat(answer.at("/headers/etag").asText()).isEqualTo("\"1\"");
    assertThat(answer.get("cookies")).hasToString("[\"a=1; Secure\",\"b=2\"]");
    assertThat(answer.get("isBase64Encoded").booleanValue()).isTrue();
    assertThat(Base64.getDecoder().decode(answer.get("body").asText())).containsExactly(1, 0xff);
  }

  @Test
  void whatTheClientDidWrongBecomesTheErrorEnvelope() throws Exception {
    JsonNode answer =
        invoke(
            EVENT,
            _ -> {
              throw ApiException.invalid("name", "required", "Give it a name.");
            });

    assertThat(answer.get("statusCode").intValue()).isEqualTo(400);
    assertThat(body(answer))
        .isEqualTo(
            "{\"type\":\"validation_error\",\"code\":\"required\","
                + "\"detail\":\"Give it a name.\",\"attr\":\"name\"}");
    assertThat(context.lines()).isEmpty();
  }

  @Test
  void whatWeDidWrongIsLoggedAndNotTold() throws Exception {
    JsonNode answer =
        invoke(
            EVENT,
            _ -> {
              throw new IllegalStateException("the secret is 42");
            });

    assertThat(answer.get("statusCode").intValue()).isEqualTo(500);
    assertThat(body(answer))
        .isEqualTo(
            "{\"type\":\"server_error\",\"code\":\"error\","
                + "\"detail\":\"A server error occurred.\",\"attr\":null}");
    JsonNode line = new ObjectMapper().readTree(context.lines().getFirst());
    assertThat(context.lines()).hasSize(1);
    assertThat(line.get("message").asText()).isEqualTo("the secret is 42");
    assertThat(line.get("path").asText()).isEqualTo("/a b/");
    assertThat(line.get("stackTrace").asText()).contains("IllegalStateException");
  }

  @Test
  void anEventThatIsNoRequestIsABug() {
    assertThatThrownBy(() -> invoke("{\"Records\":[]}", HttpResponse.empty(200)))
        .hasMessage(
            "The event has no requestContext: this function answers HTTP requests (payload 2.0)");
  }

  private JsonNode invoke(String event, HttpResponse response) throws IOException {
    return invoke(event, _ -> response);
  }

  private JsonNode invoke(String event, HttpHandler handler) throws IOException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    HttpFunction function =
        new HttpFunction(
            request -> {
              seen.add(request);
              return handler.handle(request);
            });
    function.handleRequest(new ByteArrayInputStream(event.getBytes(UTF_8)), answer, context);
    return new ObjectMapper().readTree(answer.toByteArray());
  }

  private static String body(JsonNode answer) {
    return new String(Base64.getDecoder().decode(answer.get("body").asText()), UTF_8);
  }
}
