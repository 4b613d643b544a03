package dev.tenrec.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Somebody else's server, which writes down every request it gets. */
final class RecordingServer implements AutoCloseable {
  private final HttpServer server;
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final Map<String, Integer> answers = new ConcurrentHashMap<>();

  private RecordingServer(HttpServer server) {
    this.server = server;
  }

  static RecordingServer start() throws IOException {
    HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    RecordingServer recording = new RecordingServer(server);
    server.createContext("/", recording::record);
    server.start();
    return recording;
  }

  /** Answers requests of a path with a status other than 200; redirects lead to 10.0.0.1. */
  RecordingServer answering(String path, int status) {
    answers.put(path, status);
    return this;
  }

  String url(String path) {
    return "http://127.0.0.1:" + port() + path;
  }

  int port() {
    return server.getAddress().getPort();
  }

  /** The requests of a path, in order. */
  List<Request> of(String path) {
    return requests.stream().filter(request -> request.path().equals(path)).toList();
  }

  /** All requests. */
  List<Request> all() {
    return List.copyOf(requests);
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void record(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      requests.add(
          new Request(
              path,
              String.valueOf(exchange.getRequestHeaders().getFirst("idempotency-key")),
              body));
      int status = answers.getOrDefault(path, 200);
      byte[] answer = "noted".getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().add("location", "http://10.0.0.1/");
      exchange.sendResponseHeaders(status, answer.length);
      exchange.getResponseBody().write(answer);
    }
  }

  /**
   * A request.
   *
   * @param path its path
   * @param delivery which delivery it says it is
   * @param body its body
   */
  record Request(String path, String delivery, String body) {
    JsonNode json() throws IOException {
      return new ObjectMapper().readTree(body);
    }
  }
}
