package dev.tenrec.cloud.front;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tenrec.cloud.web.WebRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestRequestPayload {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void aRequestBecomesTheDocumentedEvent() throws IOException {
    JsonNode event =
        event(
            Requests.request(
                "POST",
                "/my/path%20x?b=1&a=2&b=3&empty=&flag",
                "{\"a\":1}",
                "content-type",
                "application/json",
                "user-agent",
                "agent",
                "cookie",
                "one=1; two=2"));

    assertThat(event)
        .isEqualTo(
            JSON.readTree(
                """
                {"version":"2.0","routeKey":"$default","rawPath":"/my/path%20x",
                 "rawQueryString":"b=1&a=2&b=3&empty=&flag","cookies":["one=1","two=2"],
                 "headers":{"host":"shop.example:8010","content-type":"application/json",
                  "user-agent":"agent"},
                 "queryStringParameters":{"b":"1,3","a":"2","empty":"","flag":""},
                 "requestContext":{"accountId":"anonymous","apiId":"api",
                  "domainName":"shop.example:8010","domainPrefix":"api",
                  "http":{"method":"POST","path":"/my/path%20x","protocol":"HTTP/1.1",
                   "sourceIp":"192.0.2.7","userAgent":"agent"},
                  "requestId":"id","routeKey":"$default","stage":"$default",
                  "time":"12/Mar/2020:19:03:58 +0000","timeEpoch":1584039838000},
                 "body":"{\\"a\\":1}","isBase64Encoded":false}
                """));
  }

  @Test
  void whatIsNotThereIsNotInTheEvent() throws IOException {
    JsonNode event = event(Requests.get("/"));

    for (String field : new String[] {"cookies", "queryStringParameters", "body"}) {
      assertThat(event.has(field)).as(field).isFalse();
    }
    assertThat(event.path("isBase64Encoded").asBoolean()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "text/plain, identity, false",
    "text/plain;charset=UTF-8, identity, false",
    "application/json, identity, false",
    "application/vnd.api+json, identity, false",
    "application/x-www-form-urlencoded, identity, true",
    "application/octet-stream, identity, true",
    "image/png, identity, true",
    "text/plain, gzip, true",
    "application/json, gzip, true"
  })
  void aBodyGoesAsTextOnlyWhereItIsText(String type, String encoding, boolean base64)
      throws IOException {
    JsonNode event =
        event(
            Requests.request(
                "POST", "/", "höchst", "content-type", type, "content-encoding", encoding));

    assertThat(event.path("isBase64Encoded").asBoolean()).isEqualTo(base64);
    String body = event.path("body").asText();
    assertThat(base64 ? new String(Base64.getDecoder().decode(body), StandardCharsets.UTF_8) : body)
        .isEqualTo("höchst");
  }

  @Test
  void bytesThatAreNoUtf8SurviveWhateverTheirType() throws IOException {
    byte[] bytes = {(byte) 0xff, 0, (byte) 0x80, 'a'};
    WebRequest request =
        new WebRequest(
            "POST", "/", "", Map.of("content-type", "text/plain"), bytes, false, "192.0.2.7");

    JsonNode event = event(request);

    assertThat(event.path("isBase64Encoded").asBoolean()).isTrue();
    assertThat(event.path("body").binaryValue()).isEqualTo(bytes);
  }

  @Test
  void theRouteOfAnApiIsInTheEvent() throws IOException {
    JsonNode event =
        JSON.readTree(
            RequestPayload.write(
                Requests.get("/projects/7"),
                "api",
                new RequestPayload.Route("GET /projects/{id}", Map.of("id", "7")),
                "id",
                Instant.EPOCH));

    assertThat(event.path("routeKey").asText()).isEqualTo("GET /projects/{id}");
    assertThat(event.at("/pathParameters/id").asText()).isEqualTo("7");
  }

  private static JsonNode event(WebRequest request) throws IOException {
    return JSON.readTree(
        RequestPayload.write(
            request,
            "api",
            RequestPayload.Route.DEFAULT,
            "id",
            Instant.parse("2020-03-12T19:03:58Z")));
  }
}
