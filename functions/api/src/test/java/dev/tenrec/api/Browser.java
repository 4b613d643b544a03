package dev.tenrec.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.emulators.DynamoDbEmulator;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Calls the function as a browser does through its URL, keeping the cookies it is given. */
final class Browser {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ApiHandler handler;
  private final Map<String, String> cookies = new LinkedHashMap<>();
  private final Map<String, String> headers = new HashMap<>(Map.of("X-Tenrec-Request", "1"));

  Browser(ApiHandler handler) {
    this.handler = handler;
  }

  static ApiHandler deployed(String setupCode) {
    DynamoDbEmulator engine = DynamoDbEmulator.shared();
    return new ApiHandler(
        engine.client(),
        Map.of(
            "PROJECTS_TABLE", engine.freshTable("projects"),
            "DEFINITIONS_TABLE", engine.freshTable("definitions"),
            "SETUP_CODE", setupCode));
  }

  Browser withHeader(String name, String value) {
    headers.put(name, value);
    return this;
  }

  Answer get(String path) throws IOException {
    return send("GET", path, "");
  }

  Answer send(String method, String path, String body) throws IOException {
    ObjectNode event = JSON.createObjectNode();
    String[] parts = path.split("\\?", 2);
    event.put("rawPath", parts[0]).put("rawQueryString", parts.length > 1 ? parts[1] : "");
    ObjectNode sent = event.putObject("headers").put("host", "tenrec.test");
    headers.forEach(sent::put);
    ArrayNode jar = event.putArray("cookies");
    cookies.forEach((name, value) -> jar.add(name + "=" + value));
    event.putObject("requestContext").putObject("http").put("method", method);
    event.put("body", body).put("isBase64Encoded", false);
    JsonNode answer = invoke(event);
    for (JsonNode cookie : answer.path("cookies")) {
      String[] pair = cookie.asText().split("[=;]");
      cookies.put(pair[0], pair[1]);
    }
    String text =
        new String(
            Base64.getDecoder().decode(answer.path("body").asText()), StandardCharsets.UTF_8);
    return new Answer(
        answer.path("statusCode").asInt(), text.isEmpty() ? JSON.nullNode() : JSON.readTree(text));
  }

  JsonNode invoke(JsonNode event) throws IOException {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    handler.handleRequest(
        new ByteArrayInputStream(JSON.writeValueAsBytes(event)), output, new TestingContext());
    return JSON.readTree(output.toByteArray());
  }

  record Answer(int status, JsonNode body) {}
}
