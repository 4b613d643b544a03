package dev.tenrec.http;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Requests for the tests of this module. */
final class Requests {
  private Requests() {}

  static HttpRequest request(String method, String path) {
    return request(method, path, Map.of(), "");
  }

  static HttpRequest request(String method, String path, Map<String, String> headers, String body) {
    return new HttpRequest(
        method, path, Map.of(), headers, Map.of(), body.getBytes(StandardCharsets.UTF_8), "");
  }
}
