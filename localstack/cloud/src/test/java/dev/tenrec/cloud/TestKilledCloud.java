package dev.tenrec.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tenrec.cloud.testing.SmallSystem;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The local cloud as a program: started, killed, started again, stopped. */
class TestKilledCloud {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path directory;
  private final List<Process> running = new ArrayList<>();
  private Path assembly;

  @BeforeEach
  void write() {
    assembly = SmallSystem.write(directory.resolve("cdk.out"));
  }

  @AfterEach
  void end() {
    running.forEach(Process::destroyForcibly);
  }

  @Test
  void itsFunctionsDieWithItHoweverItDiesAndTheNextOneHasTheSameAddresses() throws Exception {
    Process first = start();
    JsonNode before = awaitReady(first);
    ProcessHandle idle = function(before);
    // Busy: it cannot be asked to end, and does not look at its connection.
    Thread.ofVirtual().start(() -> call(before, "sleep 60000"));
    ProcessHandle busy = function(before, idle);

    first.destroyForcibly().waitFor();

    idle.onExit().get(20, TimeUnit.SECONDS);
    busy.onExit().get(20, TimeUnit.SECONDS);

    Process second = start();
    JsonNode after = awaitReady(second);
    assertThat(call(after, "echo on")).isEqualTo("on");
    for (String name : List.of("front", "lambda", "endpoints", "urls")) {
      assertThat(after.path(name)).as(name).isEqualTo(before.path(name));
    }

    second.destroy();
    assertThat(second.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(second.exitValue()).isZero();
    assertThat(directory.resolve("data/ready.json")).doesNotExist();
    assertThat(Files.readString(directory.resolve("out.log"))).contains("stopped");
  }

  @Test
  void aSecondOneIsRefusedInOneLine() throws Exception {
    Process first = start();
    awaitReady(first);

    Process second = start();

    assertThat(second.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(second.exitValue()).isEqualTo(1);
    assertThat(Files.readString(directory.resolve("out.log")))
        .contains("A local cloud (process " + first.pid() + ") already runs on");
    assertThat(directory.resolve("data/ready.json")).exists();
  }

  private Process start() throws IOException {
    Path log = directory.resolve("out.log");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "--assembly",
                assembly.toString(),
                "--data",
                directory.resolve("data").toString(),
                "--port",
                "0",
                "--lazy",
                "--no-learning",
                "--workers",
                "2",
                "--parameter",
                "File=" + directory.resolve("recorded"))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    running.add(process);
    return process;
  }

  private JsonNode awaitReady(Process process) throws Exception {
    Path ready = directory.resolve("data/ready.json");
    long deadline = System.nanoTime() + 60_000_000_000L;
    while (System.nanoTime() < deadline && process.isAlive()) {
      if (Files.exists(ready)) {
        JsonNode content = JSON.readTree(ready.toFile());
        if (content.path("pid").asLong() == process.pid()) {
          return content;
        }
      }
      Thread.sleep(20);
    }
    throw new AssertionError(Files.readString(directory.resolve("out.log")));
  }

  private static ProcessHandle function(JsonNode ready) {
    return ProcessHandle.of(Long.parseLong(call(ready, "pid"))).orElseThrow();
  }

  // While one process sleeps, another one has to answer.
  private static ProcessHandle function(JsonNode ready, ProcessHandle known)
      throws InterruptedException {
    long deadline = System.nanoTime() + 60_000_000_000L;
    while (System.nanoTime() < deadline) {
      Optional<ProcessHandle> other =
          Optional.of(function(ready)).filter(found -> !found.equals(known));
      if (other.isPresent()) {
        return other.get();
      }
      Thread.sleep(20);
    }
    throw new AssertionError("No second process was started");
  }

  private static String call(JsonNode ready, String event) {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client
          .send(
              HttpRequest.newBuilder(
                      URI.create(
                          ready.path("lambda").asText()
                              + "/2015-03-31/functions/Obedient/invocations"))
                  .POST(HttpRequest.BodyPublishers.ofString(event))
                  .build(),
              HttpResponse.BodyHandlers.ofString())
          .body();
    } catch (IOException e) {
      return "gone";
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
