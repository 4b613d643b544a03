package dev.tenrec.cloud.front;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tenrec.cloud.functions.InvocationResult;
import dev.tenrec.cloud.web.WebResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Makes a response of what a function answered, as a function URL does. */
final class ResponsePayload {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ResponsePayload() {}

  static WebResponse read(InvocationResult result) {
    return switch (result) {
      case InvocationResult.Answer answer -> answer(answer.payload());
      case InvocationResult.Failure _ -> WebResponse.text(502, "Internal Server Error");
      case InvocationResult.Throttled _ ->
          WebResponse.json(429, "{\"Reason\":\"ConcurrentInvocationLimitExceeded\"}");
      case InvocationResult.TooLarge _ -> tooLarge();
    };
  }

  static WebResponse tooLarge() {
    return WebResponse.json(
        413,
        "{\"Message\":\"Request must be smaller than 6291456 bytes for the InvokeFunction"
            + " operation\"}");
  }

  private static WebResponse answer(byte[] payload) {
    JsonNode answer;
    try {
      answer = JSON.readTree(payload);
    } catch (IOException notJson) {
      return WebResponse.text(502, "Internal Server Error");
    }
    if (answer == null || !answer.has("statusCode")) {
      // A handler may answer with nothing but its data.
      return WebResponse.of(200, "application/json", plain(answer, payload));
    }
    int status = answer.path("statusCode").asInt();
    if (status < 100 || status > 599) {
      return WebResponse.text(502, "Internal Server Error");
    }
    List<Map.Entry<String, String>> headers = new ArrayList<>();
    boolean typed = false;
    for (Map.Entry<String, JsonNode> header : answer.path("headers").properties()) {
      typed |= header.getKey().equalsIgnoreCase("content-type");
      headers.add(Map.entry(header.getKey(), header.getValue().asText()));
    }
    for (JsonNode cookie : answer.path("cookies")) {
      headers.add(Map.entry("set-cookie", cookie.asText()));
    }
    if (!typed) {
      headers.add(Map.entry("content-type", "application/json"));
    }
    try {
      return new WebResponse(status, headers, body(answer));
    } catch (IllegalArgumentException notBase64) {
      return WebResponse.text(502, "Internal Server Error");
    }
  }

  private static byte[] body(JsonNode answer) {
    JsonNode body = answer.path("body");
    if (body.isMissingNode() || body.isNull()) {
      return new byte[0];
    }
    String text = body.isValueNode() ? body.asText() : body.toString();
    return answer.path("isBase64Encoded").asBoolean()
        ? Base64.getDecoder().decode(text)
        : text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] plain(JsonNode answer, byte[] payload) {
    return answer != null && answer.isTextual()
        ? answer.asText().getBytes(StandardCharsets.UTF_8)
        : payload;
  }
}
