package dev.tenrec.emulators.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class TestGuardedProcess {
  @TempDir Path directory;

  private Path output() {
    return directory.resolve("output");
  }

  private Optional<Path> pidFile() {
    return Optional.of(directory.resolve("pid"));
  }

  private GuardedProcess start(String script) {
    return GuardedProcess.start(List.of("/bin/sh", "-c", script), output(), pidFile());
  }

  /** Starts it and waits until it runs behind its guard. */
  private GuardedProcess startSleeper() throws IOException {
    GuardedProcess process = start("echo started; exec sleep 1000");
    while (!Files.readString(output()).contains("started")) {
      Thread.onSpinWait();
    }
    return process;
  }

  @Test
  void endsTheProgramAndItsGuard() throws IOException {
    GuardedProcess process = startSleeper();
    List<ProcessHandle> running = process.processes();
    assertThat(running).hasSizeGreaterThanOrEqualTo(2).allMatch(ProcessHandle::isAlive);

    process.close();

    assertThat(running).noneMatch(ProcessHandle::isAlive);
  }

  @Test
  void endsWhenTheProgramEndsAndKeepsWhatItPrinted() throws Exception {
    try (GuardedProcess process = start("echo out; echo error >&2; exit 3")) {
      process.processes().getLast().onExit().get();

      assertThat(process.isAlive()).isFalse();
      assertThat(process.output()).isEqualTo("out\nerror\n");
    }
  }

  @Test
  void killsASurvivorThatThePidFileNames() throws IOException {
    try (GuardedProcess survivor = startSleeper()) {
      survivor.note();

      GuardedProcess.endSurvivors(pidFile());

      assertThat(survivor.isAlive()).isFalse();
      assertThat(pidFile().orElseThrow()).doesNotExist();
    }
  }

  @Test
  void leavesAnotherProcessOfTheSameNumberAlone() throws IOException {
    try (GuardedProcess process = startSleeper()) {
      long pid = process.processes().getLast().pid();
      Files.writeString(pidFile().orElseThrow(), pid + " 12345\n" + pid + "\n");

      GuardedProcess.endSurvivors(pidFile());

      assertThat(process.isAlive()).isTrue();
    }
  }

  @Test
  void namesAProgramThatIsMissing() {
    try (GuardedProcess process =
        GuardedProcess.start(List.of("/no/such/program"), output(), Optional.empty())) {
      process.processes().getLast().onExit().join();
      assertThat(process.output()).contains("/no/such/program");
    } catch (UncheckedIOException e) {
      assertThat(e).hasMessageContaining("/no/such/program");
    }
  }

  @Test
  void tellsWhichPortIsInUse() throws IOException {
    try (var taken = new java.net.ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(() -> Ports.claim(taken.getLocalPort()))
          .hasMessageContaining("Port " + taken.getLocalPort() + " is in use");
    }
  }
}
