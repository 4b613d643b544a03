package dev.tenrec.http.testing;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** Calls a function as a browser does through its URL, keeping the cookies it is given. */
public final class TestingBrowser {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final RequestStreamHandler handler;
  private final Map<String, String> cookies = new LinkedHashMap<>();
  private final Map<String, String> headers = new LinkedHashMap<>();

  public TestingBrowser(RequestStreamHandler handler) {
    this.handler = handler;
  }

  /** This browser, sending one more header with every request. */
  public TestingBrowser withHeader(String name, String value) {
    headers.put(name, value);
    return this;
  }

  public Answer get(String path) throws IOException {
    return send("GET", path, "");
  }

  public Answer send(String method, String path, String body) throws IOException {
    return send(method, path, body.getBytes(StandardCharsets.UTF_8));
  }

  public Answer send(String method, String path, byte[] body) throws IOException {
    ObjectNode event = JSON.createObjectNode();
    String[] parts = path.split("\\?", 2);
    event.put("rawPath", parts[0]).put("rawQueryString", parts.length > 1 ? parts[1] : "");
    ObjectNode sent = event.putObject("headers").put("host", "tenrec.test");
    headers.forEach(sent::put);
    ArrayNode jar = event.putArray("cookies");
    cookies.forEach((name, value) -> jar.add(name + "=" + value));
    event.putObject("requestContext").putObject("http").put("method", method);
    event.put("body", Base64.getEncoder().encodeToString(body)).put("isBase64Encoded", true);
    JsonNode answer = invoke(event);
    for (JsonNode cookie : answer.path("cookies")) {
      String[] pair = cookie.asText().split("[=;]");
      cookies.put(pair[0], pair[1]);
    }
    Map<String, String> received = new LinkedHashMap<>();
    answer
        .path("headers")
        .properties()
        .forEach(header -> received.put(header.getKey(), header.getValue().asText()));
    return new Answer(
        answer.path("statusCode").asInt(),
        received,
        Base64.getDecoder().decode(answer.path("body").asText()));
  }

  /** Invokes the function itself, as the account's administrators can. */
  public JsonNode invoke(JsonNode event) throws IOException {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    handler.handleRequest(
        new ByteArrayInputStream(JSON.writeValueAsBytes(event)), output, new TestingContext());
    return JSON.readTree(output.toByteArray());
  }

  /**
   * What came back.
   *
   * @param status the status code
   * @param headers by lower-case name
   * @param bytes the body
   */
  public record Answer(int status, Map<String, String> headers, byte[] bytes) {
    /** The body as text. */
    public String text() {
      return new String(bytes, StandardCharsets.UTF_8);
    }

    /** The body as JSON, null where it is empty. */
    public JsonNode body() throws IOException {
      return bytes.length == 0 ? JSON.nullNode() : JSON.readTree(bytes);
    }
  }
}
