package dev.tenrec.endtoend;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A request to capture that cannot be taken.
 *
 * @param path where to
 * @param headers what says how to read it
 * @param status what it is answered with
 * @param says a part of the answer that tells what is wrong
 * @param reason under which it is kept as rejected data; empty where it is not kept
 */
record BadRequest(
    String name,
    String path,
    Map<String, String> headers,
    byte[] body,
    int status,
    String says,
    String reason) {
  private static final String EVENT = "\"event\":\"bad\",\"distinct_id\":\"b\"";

  /** Malformed bodies. */
  static List<BadRequest> malformed(String token) {
    String key = "{\"api_key\":\"" + token + "\",";
    return List.of(
        of("broken JSON", "{not json", 400, "The payload is not JSON", "invalid_json"),
        of("JSON that ends early", key + EVENT, 400, "The payload is not JSON", "invalid_json"),
        of("endless nesting", "[".repeat(100_000), 400, "The payload is not JSON", "invalid_json"),
        of("nothing", "", 400, "The request is empty", "empty_payload"),
        of("null", " null", 400, "The payload is null", "invalid_shape"),
        of("a number", "42", 400, "The payload is number", "invalid_shape"),
        of("no event", "[]", 400, "holds no event", "empty_batch"),
        of(
            "a batch of numbers",
            key + "\"batch\":[1]}",
            400,
            "batch[0] is number",
            "invalid_shape"),
        of("a batch of none", key + "\"batch\":{}}", 400, "'batch' is object", "invalid_shape"),
        of("no name", key + "\"distinct_id\":\"b\"}", 400, "no 'event'", "missing_event_name"),
        of("no id", key + "\"event\":\"bad\"}", 400, "no 'distinct_id'", "missing_distinct_id"),
        of("no uuid", key + EVENT + ",\"uuid\":\"7\"}", 400, "has 'uuid' \"7\"", "invalid_uuid"),
        of(
            "properties that are none",
            key + EVENT + ",\"properties\":\"x\"}",
            400,
            "has 'properties' \"x\"",
            "invalid_properties"),
        new BadRequest(
            "a bad one in a batch",
            "/batch/",
            Map.of(),
            bytes(key + "\"batch\":[{" + EVENT + "},{\"event\":\"bad\"}]}"),
            400,
            "Event 1 of the request has no 'distinct_id'",
            "missing_distinct_id"),
        new BadRequest(
            "a recording of nothing",
            "/s/",
            Map.of(),
            bytes(key + "\"event\":\"$snapshot\",\"distinct_id\":\"b\",\"properties\":{}}"),
            400,
            "$session_id",
            "missing_session_id"),
        new BadRequest(
            "the newer endpoint without its headers",
            "/i/v1/analytics/events",
            Map.of("content-type", "application/json"),
            bytes("{\"batch\":[]}"),
            400,
            "missing_required_headers",
            "missing_required_headers"));
  }

  /** Broken compression, and what is too large once decompressed. */
  static List<BadRequest> compressed(String token) throws IOException {
    String good = "{\"api_key\":\"" + token + "\"," + EVENT + "}";
    byte[] gzip = gzip(bytes(good));
    byte[] half = java.util.Arrays.copyOf(gzip, gzip.length / 2);
    return List.of(
        encoded("no gzip behind its mark", "", new byte[] {0x1f, (byte) 0x8b, 8, 1, 2, 3}, "gzip"),
        encoded("gzip that ends early", "", half, "gzip"),
        encoded("no zstd", "zstd", bytes("(none)"), "zstd"),
        encoded("no brotli", "br", bytes("(none)"), "br"),
        encoded("no deflate", "deflate", bytes("(none)"), "deflate"),
        new BadRequest(
            "a gzip bomb", "/e/", Map.of(), bomb(true), 413, "25 MiB", "payload_too_large"),
        new BadRequest(
            "a deflate bomb",
            "/batch/",
            Map.of("content-encoding", "deflate"),
            bomb(false),
            413,
            "25 MiB",
            "payload_too_large"),
        new BadRequest(
            "more than the path takes",
            "/e/",
            Map.of(),
            bytes(good + " ".repeat(3 << 20)),
            413,
            "send fewer events at once",
            "payload_too_large"));
  }

  /** Tokens that are none. */
  static List<BadRequest> tokens(String token) {
    return List.of(
        of("no token", "{" + EVENT + "}", 401, "no api_key", "missing_token"),
        withToken("\"phx_secret\"", "not valid: personal_api_key"),
        withToken("\"\"", "not valid: empty"),
        withToken("\"" + "x".repeat(65) + "\"", "not valid: too_long"),
        withToken("\"phc_\u00e9\"", "not valid: not_ascii"),
        withToken("7", "not valid: not_string"),
        of(
            "two tokens",
            "[{%s,\"api_key\":\"%s\"},{%s,\"api_key\":\"phc_2\"}]".formatted(EVENT, token, EVENT),
            401,
            "different api_key values",
            "conflicting_tokens"),
        withToken("\"phc_of_nobody\"", "status").answered(200, "unknown_token"));
  }

  HttpResponse<String> send(HttpClient http, URI front) throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(front.resolve(path))
            .header("content-type", headers.getOrDefault("content-type", "text/plain"))
            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    headers.forEach(request::setHeader);
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private BadRequest answered(int otherStatus, String otherReason) {
    return new BadRequest(name, path, headers, body, otherStatus, says, otherReason);
  }

  private static BadRequest of(String name, String body, int status, String says, String reason) {
    return new BadRequest(name, "/e/", Map.of(), bytes(body), status, says, reason);
  }

  private static BadRequest withToken(String token, String says) {
    return of(token, "{\"api_key\":" + token + "," + EVENT + "}", 401, says, "invalid_token");
  }

  private static BadRequest encoded(String name, String encoding, byte[] body, String says) {
    Map<String, String> headers =
        encoding.isEmpty() ? Map.of() : Map.of("content-encoding", encoding);
    String message = "The payload is not " + says;
    return new BadRequest(name, "/e/", headers, body, 400, message, "invalid_compression");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] gzip(byte[] plain) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(plain);
    }
    return bytes.toByteArray();
  }

  // 200 MB of nothing in 200 KB.
  private static byte[] bomb(boolean gzip) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream packed =
        gzip ? new GZIPOutputStream(bytes) : new DeflaterOutputStream(bytes)) {
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 200; i++) {
        packed.write(zeros);
      }
    }
    return bytes.toByteArray();
  }
}
