package dev.tenrec.demo.sending;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;

/** Takes batches and keeps them, or answers something else on demand. */
public final class TestingCaptureServer implements AutoCloseable {
  private final Deque<Integer> refusals = new ArrayDeque<>();
  private final List<JsonNode> batches = new ArrayList<>();
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

  /** What was wrong with requests. */
  public synchronized List<String> problems() {
    return List.copyOf(problems);
  }

  private synchronized void answer(HttpExchange exchange) throws IOException {
    JsonNode body = new ObjectMapper().readTree(new GZIPInputStream(exchange.getRequestBody()));
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

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }
}
