package dev.tenrec.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/** How many events a second are acknowledged. */
final class CaptureBenchmark implements Benchmark {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int CLIENTS = 4;
  private static final Duration ROUND = Duration.ofSeconds(2);
  // Until then five processes on a small machine mostly compile: the rate has tripled by its end.
  private static final Duration WARM_UP = Duration.ofSeconds(30);

  static {
    // Else the yardstick's answers wait 40 ms for the acknowledgement of their own headers.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final RunningTenrec tenrec;

  CaptureBenchmark(RunningTenrec tenrec) {
    this.tenrec = tenrec;
  }

  @Override
  public String method() {
    return "events a second over HTTP until the answer 200, that is until Kinesis has them, through"
        + " the local cloud; 4 clients on the same machine, keep alive, events of about 300"
        + " bytes; after 30 s of the same; the pipeline behind works on them meanwhile."
        + " Yardstick: the least a"
        + " server could do, one of the JDK in the benchmark's process that parses the JSON"
        + " and appends it to a file.";
  }

  @Override
  public void run() throws Exception {
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
            byte[] answer = "{\"status\":1}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            // Not exchange.close(), which may close the connection before the client has read.
            try (OutputStream response = exchange.getResponseBody()) {
              response.write(answer);
            }
          });
      server.start();
      URI yardstick = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
      measure(tenrec.front(), 1, WARM_UP);
      for (int events : List.of(1, 10, 100)) {
        Rate.compare(
            "capture, " + events + " events a request",
            "events/s",
            () -> measure(tenrec.front(), events, ROUND),
            "JDK server",
            () -> measure(yardstick, events, ROUND));
      }
    } finally {
      server.stop(0);
      Files.delete(file);
    }
  }

  private double measure(URI server, int events, Duration time) throws Exception {
    AtomicLong sent = new AtomicLong();
    long start = System.nanoTime();
    try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
      List<Future<?>> running = new ArrayList<>();
      for (int client = 0; client < CLIENTS; client++) {
        running.add(
            clients.submit(
                () -> {
                  while (System.nanoTime() - start < time.toNanos()) {
                    tenrec.send(server, Traffic.events("capture", events));
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
}
