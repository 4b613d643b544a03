package dev.tenrec.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Events a second over HTTP until the answer 200, that is until Kinesis has them: four clients,
 * keep alive, requests of 1, 10 and 100 events of 300 bytes. The yardstick is the least a server
 * could do: a JDK server in this process that parses the JSON and appends it to a file.
 */
final class CaptureBenchmark {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int CLIENTS = 4;
  private static final long ROUND_NANOS = 2_000_000_000L;

  private final URI front;
  private final String token;

  CaptureBenchmark(URI front, String token) {
    this.front = front;
    this.token = token;
  }

  void run() throws Exception {
    Path file = Files.createTempFile("yardstick", ".json");
    HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    try (OutputStream sink = Files.newOutputStream(file, StandardOpenOption.APPEND);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      server.setExecutor(threads);
      server.createContext(
          "/",
          exchange -> {
            JsonNode body = JSON.readTree(exchange.getRequestBody());
            synchronized (sink) {
              sink.write(JSON.writeValueAsBytes(body));
            }
            byte[] answer = "{\"status\":1}".getBytes(java.nio.charset.StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
          });
      server.start();
      URI yardstick = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
      for (int events : List.of(1, 10, 100)) {
        Rate.compare(
            "capture, " + events + " events a request",
            "events/s",
            () -> measure(front, events),
            "JDK server, parse and append",
            () -> measure(yardstick, events));
      }
    } finally {
      server.stop(0);
      Files.delete(file);
    }
  }

  private double measure(URI server, int events) throws Exception {
    AtomicLong sent = new AtomicLong();
    long start = System.nanoTime();
    try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        HttpClient http = HttpClient.newHttpClient()) {
      List<Future<?>> running = new ArrayList<>();
      for (int client = 0; client < CLIENTS; client++) {
        running.add(
            clients.submit(
                () -> {
                  while (System.nanoTime() - start < ROUND_NANOS) {
                    send(http, server, events);
                    sent.addAndGet(events);
                  }
                  return null;
                }));
      }
      for (Future<?> client : running) {
        client.get();
      }
    }
    return sent.get() * 1e9 / (System.nanoTime() - start);
  }

  private void send(HttpClient http, URI server, int events) throws Exception {
    ObjectNode body = JSON.createObjectNode().put("api_key", token);
    var batch = body.putArray("batch");
    for (int i = 0; i < events; i++) {
      batch
          .addObject()
          .put("event", "benchmark")
          .put("uuid", UUID.randomUUID().toString())
          .put("distinct_id", "benchmark-" + i % 10)
          .putObject("properties")
          .put("$current_url", "https://shop.example/products/" + i)
          .put("$browser", "Chrome")
          .put("$os", "Linux")
          .put("price", i);
    }
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
}
