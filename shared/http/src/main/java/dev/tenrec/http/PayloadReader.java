package dev.tenrec.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads AWS's payload format 2.0. */
final class PayloadReader {
  private PayloadReader() {}

  static HttpRequest read(JsonNode event) {
    Map<String, String> headers = new LinkedHashMap<>();
    event
        .path("headers")
        .properties()
        .forEach(
            entry ->
                headers.put(entry.getKey().toLowerCase(Locale.ROOT), entry.getValue().asText()));
    JsonNode http = event.path("requestContext").path("http");
    return new HttpRequest(
        http.path("method").asText("GET"),
        decode(event.path("rawPath").asText("/").replace("+", "%2B")),
        query(event.path("rawQueryString").asText("")),
        headers,
        cookies(event.path("cookies")),
        body(event),
        ClientAddress.of(headers, http.path("sourceIp").asText("")));
  }

  private static byte[] body(JsonNode event) {
    String body = event.path("body").asText("");
    return event.path("isBase64Encoded").asBoolean()
        ? Base64.getDecoder().decode(body)
        : body.getBytes(StandardCharsets.UTF_8);
  }

  private static Map<String, List<String>> query(String raw) {
    Map<String, List<String>> query = new LinkedHashMap<>();
    for (String pair : raw.split("&")) {
      if (pair.isEmpty()) {
        continue;
      }
      int equals = pair.indexOf('=');
      String name = decode(equals < 0 ? pair : pair.substring(0, equals));
      String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
      query.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
    }
    return query;
  }

  private static Map<String, String> cookies(JsonNode pairs) {
    Map<String, String> cookies = new LinkedHashMap<>();
    for (JsonNode pair : pairs) {
      String text = pair.asText();
      int equals = text.indexOf('=');
      if (equals > 0) {
        cookies.putIfAbsent(text.substring(0, equals).strip(), text.substring(equals + 1).strip());
      }
    }
    return cookies;
  }

  // A broken escape must not cost the request: it is then taken as it stands.
  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException brokenEscape) {
      return text;
    }
  }
}
