package dev.tenrec.cloud.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestRunLock {
  @TempDir Path directory;

  @Test
  void aSecondCloudIsRefusedAndToldWhoHasTheDirectory() {
    DataDirectory data = DataDirectory.open(directory);
    try (RunLock lock = RunLock.take(data)) {
      assertThat(lock.recovered()).isZero();
      assertThatThrownBy(() -> RunLock.take(data))
          .isInstanceOf(DirectoryInUseException.class)
          .hasMessageContaining("process " + ProcessHandle.current().pid())
          .hasMessageContaining(directory.toString())
          .hasMessageContaining("--data");
    }
    RunLock.take(data).close();
  }

  @Test
  void whatADeadCloudLeftBehindIsEnded() throws Exception {
    DataDirectory data = DataDirectory.open(directory);
    Process orphan = longProcess();
    remember(data, orphan, orphan.info().startInstant().orElseThrow().toString());

    try (RunLock lock = RunLock.take(data)) {
      assertThat(lock.recovered()).isEqualTo(1);
      assertThat(orphan.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void aProcessThatOnlyHasTheNumberOfOneLeftBehindIsSpared() throws Exception {
    DataDirectory data = DataDirectory.open(directory);
    Process stranger = longProcess();
    remember(data, stranger, "2001-01-01T00:00:00Z");

    try (RunLock lock = RunLock.take(data)) {
      assertThat(lock.recovered()).isZero();
      assertThat(stranger.isAlive()).isTrue();
    } finally {
      stranger.destroyForcibly();
    }
  }

  @Test
  void childrenAreRememberedUntilTheyAreGone() throws Exception {
    DataDirectory data = DataDirectory.open(directory);
    Process first = longProcess();
    Process second = longProcess();
    try (RunLock lock = RunLock.take(data)) {
      lock.remember(first.toHandle());
      first.destroyForcibly().waitFor();
      lock.remember(second.toHandle());

      assertThat(data.file("run.json").read().path("children"))
          .singleElement()
          .satisfies(child -> assertThat(child.path("pid").asLong()).isEqualTo(second.pid()));
    } finally {
      second.destroyForcibly();
    }
  }

  private static void remember(DataDirectory data, Process process, String start) {
    JsonFile run = data.file("run.json");
    ObjectNode content = run.read();
    content.put("pid", 1);
    content.putArray("children").addObject().put("pid", process.pid()).put("start", start);
    run.write(content);
  }

  private static Process longProcess() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-Xmx16m",
            "-cp",
            System.getProperty("java.class.path"),
            Sleeper.class.getName())
        .start();
  }

  /** Does nothing for a minute. */
  static final class Sleeper {
    private Sleeper() {}

    public static void main(String[] arguments) throws InterruptedException {
      Thread.sleep(60_000);
    }
  }
}
