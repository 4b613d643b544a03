package dev.tenrec.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;

/** The owner at the console: becomes owner at the first run, then asks questions over HTTP. */
final class ConsoleUser {
  static final String EMAIL = "ada@example.com";
  static final String PASSWORD = "correct horse battery";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI front;
  private final String cookie;

  private ConsoleUser(URI front, String cookie) {
    this.front = front;
    this.cookie = cookie;
  }

  /** Signs in, as the new owner where there is none. */
  static ConsoleUser signIn(URI front) throws IOException, InterruptedException {
    ConsoleUser stranger = new ConsoleUser(front, "");
    boolean owned = stranger.get("/api/setup").path("owner_exists").asBoolean();
    ObjectNode who = JSON.createObjectNode().put("email", EMAIL).put("password", PASSWORD);
    HttpResponse<String> opened =
        stranger.send(owned ? "/api/login" : "/api/setup", "POST", who.put("name", "Ada"));
    if (opened.statusCode() >= 300) {
      throw new AssertionError(opened.statusCode() + " " + opened.body());
    }
    String cookie = opened.headers().firstValue("set-cookie").orElseThrow();
    return new ConsoleUser(front, cookie.substring(0, cookie.indexOf(';')));
  }

  /** The public token of the first project. */
  String token() throws IOException, InterruptedException {
    return get("/api/projects/").path("results").path(0).path("api_token").asText();
  }

  JsonNode get(String path) throws IOException, InterruptedException {
    HttpResponse<String> response = send(path, "GET", JSON.createObjectNode());
    if (response.statusCode() != 200) {
      throw new AssertionError(path + " answered " + response.statusCode() + response.body());
    }
    return JSON.readTree(response.body());
  }

  HttpResponse<String> send(String path, String method, ObjectNode body)
      throws IOException, InterruptedException {
    HttpRequest.BodyPublisher publisher =
        method.equals("GET")
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(body.toString());
    return client.send(
        HttpRequest.newBuilder(front.resolve(path))
            .method(method, publisher)
            .header("content-type", "application/json")
            .header("cookie", cookie)
            .header("x-tenrec-request", "1")
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  /** Runs a query of any kind. */
  HttpResponse<String> query(ObjectNode query) throws IOException, InterruptedException {
    return send(
        "/api/projects/1/query/", "POST", JSON.createObjectNode().<ObjectNode>set("query", query));
  }

  /** The rows of a HogQL query. */
  JsonNode rows(String hogql) throws IOException, InterruptedException {
    HttpResponse<String> response =
        query(JSON.createObjectNode().put("kind", "HogQLQuery").put("query", hogql));
    if (response.statusCode() != 200) {
      throw new AssertionError(hogql + " answered " + response.statusCode() + response.body());
    }
    return JSON.readTree(response.body()).path("results");
  }

  /** Asks until the single number of the query is at least what is expected, then answers it. */
  long eventually(String hogql, long expected) throws IOException, InterruptedException {
    Instant deadline = Instant.now().plus(PATIENCE);
    long seen = -1;
    while (Instant.now().isBefore(deadline)) {
      seen = rows(hogql).path(0).path(0).asLong(-1);
      if (seen >= expected) {
        return seen;
      }
      Thread.sleep(500);
    }
    return seen;
  }
}
