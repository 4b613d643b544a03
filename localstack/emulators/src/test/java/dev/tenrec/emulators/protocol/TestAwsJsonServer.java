package dev.tenrec.emulators.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TestAwsJsonServer {
  private static final ObjectMapper JSON = new ObjectMapper();
  private final HttpClient http = HttpClient.newHttpClient();
  private AwsJsonServer server;

  @BeforeEach
  void start() {
    server =
        AwsJsonServer.start(
            0,
            "Service",
            Map.of(
                "Echo", TestAwsJsonServer::echo,
                "Refuse",
                    request -> {
                      throw AwsFailure.client("NotNow", "try " + request.text("when"));
                    },
                "Break",
                    request -> {
                      throw new IOException("disk is full");
                    }));
  }

  @AfterEach
  void stop() {
    server.close();
    http.close();
  }

  private static ObjectNode echo(AwsJsonRequest request) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.put("Data", request.bytes("Data"));
    answer.set(
        "Moment",
        request.encoding().moment(request.optionalMoment("Moment").orElse(Instant.EPOCH)));
    return answer;
  }

  private HttpResponse<byte[]> post(String target, String type, byte[] body) throws Exception {
    return http.send(
        HttpRequest.newBuilder(server.endpoint())
            .header("X-Amz-Target", target)
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build(),
        HttpResponse.BodyHandlers.ofByteArray());
  }

  private HttpResponse<byte[]> postJson(String target, String body) throws Exception {
    return post(target, "application/x-amz-json-1.1", body.getBytes());
  }

  @Test
  void speaksJsonWithBase64AndSeconds() throws Exception {
    HttpResponse<byte[]> answer =
        postJson("Service.Echo", "{\"Data\":\"AP8=\",\"Moment\":1772366400.125}");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/x-amz-json-1.1");
    assertThat(new String(answer.body()))
        .isEqualTo("{\"Data\":\"AP8=\",\"Moment\":1772366400.125}");
  }

  @Test
  void speaksCborWithBytesAndMilliseconds() throws Exception {
    CBORMapper cbor = new CBORMapper();
    ObjectNode body = cbor.createObjectNode().put("Moment", 1_772_366_400_125L);
    body.put("Data", new byte[] {0, -1});

    HttpResponse<byte[]> answer =
        post("Service.Echo", "application/x-amz-cbor-1.1", cbor.writeValueAsBytes(body));

    JsonNode tree = cbor.readTree(answer.body());
    assertThat(tree.get("Data").binaryValue()).isEqualTo(new byte[] {0, -1});
    assertThat(tree.get("Moment").asLong()).isEqualTo(1_772_366_400_125L);
  }

  @Test
  void answersWithTheTypeAndMessageOfAFailure() throws Exception {
    assertFailure(postJson("Service.Refuse", "{\"when\":\"later\"}"), 400, "NotNow", "try later");
    assertFailure(postJson("Service.Break", "{}"), 500, "InternalFailure", "disk is full");
    assertFailure(
        postJson("Service.Other", "{}"), 400, "UnknownOperationException", "Service.Other");
    assertFailure(postJson("Echo", "{}"), 400, "UnknownOperationException", "Echo");
    assertFailure(postJson("Service.Echo", "{broken"), 400, "SerializationException", "broken");
    assertFailure(postJson("Service.Echo", "[1]"), 400, "SerializationException", "send an object");
    assertFailure(postJson("Service.Echo", "{}"), 400, "ValidationException", "'Data'");
    assertFailure(
        postJson("Service.Echo", "{\"Data\":\"!\"}"), 400, "SerializationException", "base64");
  }

  private static void assertFailure(
      HttpResponse<byte[]> answer, int status, String type, String message) throws IOException {
    JsonNode tree = JSON.readTree(answer.body());
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(tree.get("__type").asText()).isEqualTo(type);
    assertThat(tree.get("message").asText()).contains(message);
  }

  @Test
  void refusesAPortThatIsInUse() {
    URI taken = server.endpoint();

    assertThatThrownBy(() -> AwsJsonServer.start(taken.getPort(), "Other", Map.of()))
        .hasMessage(
            "Port "
                + taken.getPort()
                + " is in use: stop what listens there, or choose another port");
  }
}
