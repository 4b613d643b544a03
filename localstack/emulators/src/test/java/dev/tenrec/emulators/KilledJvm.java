package dev.tenrec.emulators;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A JVM of its own that runs a main class of the tests until {@code kill -9}. */
final class KilledJvm implements AutoCloseable {
  private final Process process;
  private final BufferedReader output;

  private KilledJvm(Process process) {
    this.process = process;
    this.output = process.inputReader(StandardCharsets.UTF_8);
  }

  static KilledJvm start(Class<?> main, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(arguments));
    return new KilledJvm(
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
  }

  /** The next line that the program prints; fails if it ends before. */
  String line() throws IOException {
    return Optional.ofNullable(output.readLine())
        .orElseThrow(() -> new IOException("The program ended without printing a line"));
  }

  void killSoon() {
    process.destroyForcibly();
  }

  /** Kills it and waits until it is gone. */
  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
