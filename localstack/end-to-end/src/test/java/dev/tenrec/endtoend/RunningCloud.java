package dev.tenrec.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The local cloud in a process of its own, started from the synthesized template as {@code ./tenrec
 * up} does it, on a data directory that outlives it.
 */
final class RunningCloud implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  static final Path ROOT = Path.of(System.getProperty("tenrec.root")).toAbsolutePath();

  private final Path data;
  private final int port;
  private final int shopPort;
  private Process process;

  private RunningCloud(Path data, int port, int shopPort) {
    this.data = data;
    this.port = port;
    this.shopPort = shopPort;
  }

  /** A new cloud on an empty directory. */
  static RunningCloud start(Path data) throws IOException, InterruptedException {
    RunningCloud cloud = new RunningCloud(data, freePort(), freePort());
    cloud.start();
    return cloud;
  }

  /** Starts it again on the same directory and ports. */
  void start() throws IOException, InterruptedException {
    Files.deleteIfExists(data.resolve("ready.json"));
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-Xmx1g", "--enable-native-access=ALL-UNNAMED"));
    command.add("--sun-misc-unsafe-memory-access=allow");
    command.addAll(List.of("-cp", classPath("localstack/cloud")));
    command.addAll(
        List.of("dev.tenrec.cloud.Main", "--assembly", Template.synthesized().toString()));
    command.addAll(List.of("--data", data.toString(), "--port", String.valueOf(port)));
    // Functions that no test calls would only take time from those that are called.
    command.addAll(List.of("--no-learning", "--lazy"));
    command.addAll(List.of("--site", ROOT.resolve("samples/shop") + "=" + shopPort));
    process =
        new ProcessBuilder(command)
            .directory(ROOT.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(data.resolve("cloud.log").toFile()))
            .start();
    awaitReady();
  }

  URI front() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** The sample shop, sending to this cloud with the given token. */
  URI shop(String token) throws IOException {
    Files.writeString(
        data.resolve("site.json"),
        JSON.createObjectNode().put("host", front().toString()).put("token", token).toString());
    return URI.create("http://127.0.0.1:" + shopPort);
  }

  /** What {@code ready.json} says. */
  JsonNode ready() throws IOException {
    return JSON.readTree(data.resolve("ready.json").toFile());
  }

  /** Ends it without a warning, as a power cut would. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      kill();
      throw new AssertionError("The local cloud did not stop within 30 s of SIGTERM");
    }
  }

  private void awaitReady() throws IOException, InterruptedException {
    Instant deadline = Instant.now().plus(PATIENCE);
    while (!Files.exists(data.resolve("ready.json"))) {
      if (!process.isAlive() || Instant.now().isAfter(deadline)) {
        throw new AssertionError(
            "The local cloud did not become ready:\n"
                + Files.readString(data.resolve("cloud.log")));
      }
      process.waitFor(100, TimeUnit.MILLISECONDS);
    }
  }

  /** The run-time class path that a module's build wrote down. */
  static String classPath(String module) throws IOException {
    Path target = ROOT.resolve(module).resolve("target");
    return target.resolve("classes") + ":" + Files.readString(target.resolve("classpath")).strip();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
