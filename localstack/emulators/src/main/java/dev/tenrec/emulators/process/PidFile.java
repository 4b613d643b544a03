package dev.tenrec.emulators.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Names processes by number and start time, because numbers alone are reused. A line is {@code pid
 * startMillis}.
 */
record PidFile(Path path) {

  void write(List<ProcessHandle> processes) {
    try {
      Files.writeString(
          path,
          processes.stream()
              .map(process -> process.pid() + " " + startMillis(process) + "\n")
              .collect(Collectors.joining()));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + path + ": " + e, e);
    }
  }

  /** Kills what the file names and still runs, and waits until it is gone. */
  void endSurvivors() {
    if (!Files.exists(path)) {
      return;
    }
    try {
      Files.readAllLines(path).stream()
          .map(PidFile::running)
          .flatMap(Optional::stream)
          .forEach(
              survivor -> {
                survivor.destroyForcibly();
                survivor.onExit().join();
              });
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + path + ": " + e, e);
    }
    delete();
  }

  void delete() {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot delete " + path + ": " + e, e);
    }
  }

  private static Optional<ProcessHandle> running(String line) {
    String[] parts = line.split(" ", -1);
    if (parts.length != 2 || !parts[0].matches("\\d+")) {
      // Torn by the crash: a line without its start time identifies nobody.
      return Optional.empty();
    }
    return ProcessHandle.of(Long.parseLong(parts[0]))
        .filter(process -> startMillis(process).equals(parts[1]));
  }

  private static String startMillis(ProcessHandle process) {
    return process.info().startInstant().map(start -> "" + start.toEpochMilli()).orElse("unknown");
  }
}
