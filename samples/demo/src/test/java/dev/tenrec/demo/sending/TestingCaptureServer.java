package dev.tenrec.demo.sending;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;

/**
 * Takes batches and recordings and keeps them, answers flags and the management API, or refuses
 * batches on demand.
 */
public final class TestingCaptureServer implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Deque<Integer> refusals = new ArrayDeque<>();
  private final List<JsonNode> batches = new ArrayList<>();
  private final List<JsonNode> recordings = new ArrayList<>();
  private final List<JsonNode> questions = new ArrayList<>();
  private final Map<String, ArrayNode> made = new TreeMap<>();
  private final List<String> problems = new ArrayList<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer server;

  public TestingCaptureServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException failure) {
      throw new UncheckedIOException("No port", failure);
    }
    server.setExecutor(threads);
    server.createContext("/batch/", this::answer);
    server.createContext("/s/", this::record);
    server.createContext("/flags/", this::evaluate);
    server.createContext("/api/projects/", this::manage);
    server.start();
  }

  public URI host() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** The next requests are answered with these statuses. */
  public synchronized void refuse(Integer... statuses) {
    refusals.addAll(List.of(statuses));
  }

  /** The batches taken, in the order they came. */
  public synchronized List<JsonNode> batches() {
    return List.copyOf(batches);
  }

  /** The bodies of recordings. */
  public synchronized List<JsonNode> recordings() {
    return List.copyOf(recordings);
  }

  /** What was asked of flags. */
  public synchronized List<JsonNode> questions() {
    return List.copyOf(questions);
  }

  /** What was made of a kind. */
  public synchronized List<JsonNode> made(String kind) {
    List<JsonNode> all = new ArrayList<>();
    made.getOrDefault(kind, JSON.createArrayNode()).forEach(all::add);
    return all;
  }

  /** What was wrong with requests. */
  public synchronized List<String> problems() {
    return List.copyOf(problems);
  }

  private synchronized void answer(HttpExchange exchange) throws IOException {
    JsonNode body = JSON.readTree(new GZIPInputStream(exchange.getRequestBody()));
    if (!"gzip".equals(exchange.getRequestHeaders().getFirst("content-encoding"))
        || !"application/json".equals(exchange.getRequestHeaders().getFirst("content-type"))) {
      problems.add("Headers " + exchange.getRequestHeaders());
    }
    Integer refusal = refusals.poll();
    if (refusal == null) {
      batches.add(body);
    }
    byte[] text = (refusal == null ? "{\"status\":1}" : "not now").getBytes(StandardCharsets.UTF_8);
    if (refusal != null && refusal == 503) {
      exchange.getResponseHeaders().add("retry-after", "3");
    }
    exchange.sendResponseHeaders(refusal == null ? 200 : refusal, text.length);
    exchange.getResponseBody().write(text);
    exchange.close();
  }

  private synchronized void record(HttpExchange exchange) throws IOException {
    recordings.add(JSON.readTree(new GZIPInputStream(exchange.getRequestBody())));
    if (!"text/plain".equals(exchange.getRequestHeaders().getFirst("content-type"))) {
      problems.add("Headers " + exchange.getRequestHeaders());
    }
    answer(exchange, 200, JSON.createObjectNode().put("status", 1));
  }

  private synchronized void evaluate(HttpExchange exchange) throws IOException {
    JsonNode question = JSON.readTree(exchange.getRequestBody());
    questions.add(question);
    ObjectNode body = JSON.createObjectNode();
    ObjectNode flag = body.putObject("flags").putObject("free-shipping-banner");
    flag.put("key", "free-shipping-banner").put("enabled", true).put("variant", "banner");
    flag.putObject("reason").put("description", "Matched condition set 1");
    flag.putObject("metadata").put("id", 7).put("version", 3);
    answer(exchange, 200, body);
  }

  private synchronized void manage(HttpExchange exchange) throws IOException {
    if (!"Bearer phx_1".equals(exchange.getRequestHeaders().getFirst("authorization"))) {
      answer(exchange, 401, JSON.createObjectNode().put("detail", "who are you"));
      return;
    }
    String[] path = exchange.getRequestURI().getPath().split("/");
    ObjectNode body = JSON.createObjectNode();
    if (exchange.getRequestMethod().equals("PATCH")) {
      made.computeIfAbsent("settings", _ -> JSON.createArrayNode())
          .add(JSON.readTree(exchange.getRequestBody()));
      answer(exchange, 200, body);
      return;
    }
    if (path.length < 5) {
      body.putArray("results").addObject().put("id", 4).put("api_token", "phc_1");
      answer(exchange, 200, body);
      return;
    }
    ArrayNode all =
        made.computeIfAbsent(
            path[3].equals("4") ? path[4] : "elsewhere", _ -> JSON.createArrayNode());
    if (exchange.getRequestMethod().equals("POST")) {
      all.add(JSON.readTree(exchange.getRequestBody()));
      answer(exchange, 201, body);
    } else {
      body.set("results", all);
      answer(exchange, 200, body);
    }
  }

  private static void answer(HttpExchange exchange, int status, JsonNode body) throws IOException {
    byte[] text = body.toString().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, text.length);
    exchange.getResponseBody().write(text);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }
}
