package dev.tenrec.cloud.front;

import dev.tenrec.cloud.web.WebRequest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes requests. */
final class Requests {
  private Requests() {}

  static WebRequest get(String target, String... headers) {
    return request("GET", target, "", headers);
  }

  static WebRequest request(String method, String target, String body, String... headers) {
    Map<String, String> map = new LinkedHashMap<>();
    map.put("host", "shop.example:8010");
    for (int i = 0; i < headers.length; i += 2) {
      map.put(headers[i], headers[i + 1]);
    }
    String[] parts = target.split("\\?", 2);
    return new WebRequest(
        method,
        parts[0],
        parts.length > 1 ? parts[1] : "",
        map,
        body.getBytes(StandardCharsets.UTF_8),
        false,
        "192.0.2.7");
  }
}
