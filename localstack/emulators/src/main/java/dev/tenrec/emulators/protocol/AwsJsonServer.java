package dev.tenrec.emulators.protocol;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Serves the operations of one service on 127.0.0.1, each call on a virtual thread of its own. */
public final class AwsJsonServer implements AutoCloseable {
  static {
    // Else an answer waits 40 ms for the acknowledgement of its own headers. Read once by the JDK.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final HttpServer server;
  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
  private final String service;
  private final Map<String, AwsJsonOperation> operations;

  private AwsJsonServer(
      HttpServer server, String service, Map<String, AwsJsonOperation> operations) {
    this.server = server;
    this.service = service;
    this.operations = Map.copyOf(operations);
  }

  /**
   * Starts to serve.
   *
   * @param port 0 for any free one
   * @param service the prefix of the target header, such as {@code AWSGlue}
   */
  public static AwsJsonServer start(
      int port, String service, Map<String, AwsJsonOperation> operations) {
    try {
      HttpServer http =
          HttpServer.create(
              new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port),
              1_024);
      AwsJsonServer server = new AwsJsonServer(http, service, operations);
      http.setExecutor(server.executor);
      http.createContext("/", server::serve);
      http.start();
      return server;
    } catch (BindException e) {
      throw new IllegalStateException(
          "Port " + port + " is in use: stop what listens there, or choose another port", e);
    } catch (IOException e) {
      throw new UncheckedIOException(service + " does not start on port " + port + ": " + e, e);
    }
  }

  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      Encoding encoding = Encoding.of(header(exchange, "Content-Type").orElse(""));
      exchange.getResponseHeaders().set("x-amzn-RequestId", UUID.randomUUID().toString());
      byte[] body = exchange.getRequestBody().readAllBytes();
      JsonNode answer;
      try {
        answer = operation(exchange).answer(request(body, encoding));
      } catch (AwsFailure e) {
        fail(exchange, encoding, e);
        return;
      } catch (IOException | RuntimeException e) {
        System.getLogger(AwsJsonServer.class.getName())
            .log(System.Logger.Level.ERROR, service + " failed", e);
        fail(exchange, encoding, new AwsFailure(500, "InternalFailure", e.toString()));
        return;
      }
      send(exchange, encoding, 200, answer);
    }
  }

  private static AwsJsonRequest request(byte[] body, Encoding encoding) throws IOException {
    try {
      return new AwsJsonRequest(
          body.length == 0 ? JsonNodeFactory.instance.objectNode() : encoding.mapper.readTree(body),
          encoding);
    } catch (JacksonException e) {
      throw AwsFailure.client("SerializationException", "The body is broken: " + e.getMessage());
    }
  }

  private AwsJsonOperation operation(HttpExchange exchange) {
    String target = header(exchange, "X-Amz-Target").orElse("");
    return Optional.of(target)
        .filter(it -> it.startsWith(service + "."))
        .map(it -> operations.get(it.substring(service.length() + 1)))
        .orElseThrow(
            () ->
                AwsFailure.client(
                    "UnknownOperationException",
                    "'"
                        + target
                        + "' is not emulated; "
                        + service
                        + " has "
                        + operations.keySet()));
  }

  private static Optional<String> header(HttpExchange exchange, String name) {
    return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
  }

  private static void fail(HttpExchange exchange, Encoding encoding, AwsFailure failure)
      throws IOException {
    exchange.getResponseHeaders().set("x-amzn-ErrorType", failure.type());
    send(
        exchange,
        encoding,
        failure.status(),
        JsonNodeFactory.instance
            .objectNode()
            .put("__type", failure.type())
            .put("message", failure.getMessage())
            .put("Message", failure.getMessage()));
  }

  private static void send(HttpExchange exchange, Encoding encoding, int status, JsonNode answer)
      throws IOException {
    byte[] body = encoding.mapper.writeValueAsBytes(answer);
    exchange.getResponseHeaders().set("Content-Type", encoding.contentType);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    server.stop(0);
    executor.shutdownNow();
  }
}
