package dev.tenrec.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * A Tenrec to send to and to ask over HTTP, as SDKs and the console do.
 *
 * @param front its address
 * @param cookie the session of its owner
 * @param token of its first project
 */
record RunningTenrec(HttpClient http, URI front, String cookie, String token) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Becomes the owner of one that has none. */
  static RunningTenrec setUp(URI front) throws IOException, InterruptedException {
    HttpClient http = HttpClient.newHttpClient();
    ObjectNode owner = JSON.createObjectNode().put("email", "benchmark@example.com");
    owner.put("name", "Benchmark").put("password", UUID.randomUUID().toString());
    HttpResponse<String> opened =
        http.send(
            HttpRequest.newBuilder(front.resolve("/api/setup"))
                .header("content-type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(owner.toString()))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    if (opened.statusCode() != 201) {
      throw new IllegalStateException(
          front + " cannot be set up for benchmarks: " + opened.statusCode() + opened.body());
    }
    String cookie = opened.headers().firstValue("set-cookie").orElseThrow().split(";", 2)[0];
    HttpResponse<String> projects =
        http.send(
            HttpRequest.newBuilder(front.resolve("/api/projects/"))
                .header("cookie", cookie)
                .build(),
            HttpResponse.BodyHandlers.ofString());
    String token = JSON.readTree(projects.body()).at("/results/0/api_token").asText();
    return new RunningTenrec(http, front, cookie, token);
  }

  /** Sends events to capture, here or at another server; returns once they are acknowledged. */
  void send(URI server, ArrayNode events) throws IOException, InterruptedException {
    ObjectNode body = JSON.createObjectNode().put("api_key", token);
    body.set("batch", events);
    HttpResponse<String> response =
        http.send(
            HttpRequest.newBuilder(server.resolve("/batch/"))
                .header("content-type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      throw new IllegalStateException(response.statusCode() + " " + response.body());
    }
  }

  /** The single number that a HogQL query answers. */
  long number(String hogql) throws IOException, InterruptedException {
    ObjectNode body = JSON.createObjectNode();
    body.putObject("query").put("kind", "HogQLQuery").put("query", hogql);
    HttpResponse<String> response =
        http.send(
            HttpRequest.newBuilder(front.resolve("/api/projects/1/query/"))
                .header("content-type", "application/json")
                .header("cookie", cookie)
                .header("x-tenrec-request", "1")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    JsonNode number = JSON.readTree(response.body()).at("/results/0/0");
    if (!number.isNumber()) {
      throw new IllegalStateException(hogql + " answered " + response.body());
    }
    return number.asLong();
  }

  /** Asks until the number is at least that. */
  void await(String hogql, long number) throws IOException, InterruptedException {
    Instant deadline = Instant.now().plus(Duration.ofMinutes(5));
    while (number(hogql) < number) {
      if (Instant.now().isAfter(deadline)) {
        throw new IllegalStateException(hogql + " did not reach " + number + " in 5 minutes");
      }
      Thread.sleep(50);
    }
  }
}
