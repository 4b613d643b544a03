package dev.tenrec.emulators.process;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A child process that ends with this JVM.
 *
 * <ul>
 *   <li>{@link #close()} ends it at once and returns when it is gone.
 *   <li>When this JVM dies, even by {@code kill -9}, a shell that waits on the child's behalf sees
 *       its input end and kills the child (everywhere but on Windows).
 *   <li>What survived nevertheless is named in the pid file, and the next start with the same file
 *       kills it first; a process that merely got the same number is left alone.
 * </ul>
 */
public final class GuardedProcess implements AutoCloseable {
  // Waits for the command in the foreground, and in the background for the end of our input.
  private static final String GUARD =
      """
      exec 3<&0
      "$@" 3<&- </dev/null &
      child=$!
      (read -r ignored <&3; kill -9 $child) &
      watcher=$!
      exec 3<&-
      wait $child
      status=$?
      kill $watcher
      exit $status
      """;

  private final Process process;
  private final Path output;
  private final Optional<PidFile> pidFile;
  private final Thread hook = new Thread(this::end, "end-child-process");

  private GuardedProcess(Process process, Path output, Optional<PidFile> pidFile) {
    this.process = process;
    this.output = output;
    this.pidFile = pidFile;
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /**
   * Starts {@code command}; its output goes to the file {@code output}.
   *
   * @param pidFile where the process is noted, for the next start after a crash
   */
  public static GuardedProcess start(List<String> command, Path output, Optional<Path> pidFile) {
    endSurvivors(pidFile);
    List<String> guarded = new ArrayList<>();
    if (File.separatorChar == '/') {
      guarded.addAll(List.of("/bin/sh", "-c", GUARD, "guard"));
    }
    guarded.addAll(command);
    try {
      Process process =
          new ProcessBuilder(guarded)
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      return new GuardedProcess(process, output, pidFile.map(PidFile::new));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot start " + command.getFirst() + ": " + e, e);
    }
  }

  /** Kills what an earlier JVM noted in {@code pidFile} and could not end. */
  public static void endSurvivors(Optional<Path> pidFile) {
    pidFile.map(PidFile::new).ifPresent(PidFile::endSurvivors);
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /**
   * Waits until the program answers HTTP on {@code endpoint}, whatever the answer.
   *
   * @param name what to call the program in the message if it does not
   */
  public void awaitAnswer(URI endpoint, String name, Duration limit) {
    long deadline = System.nanoTime() + limit.toNanos();
    while (!isAlive() || !answers(endpoint)) {
      if (!isAlive() || System.nanoTime() > deadline) {
        throw new IllegalStateException(
            name + " does not answer on " + endpoint + "; it printed: " + output());
      }
      try {
        Thread.sleep(20);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("Interrupted while " + name + " starts", e);
      }
    }
  }

  private static boolean answers(URI endpoint) {
    try {
      HttpURLConnection connection = (HttpURLConnection) endpoint.toURL().openConnection();
      connection.setReadTimeout(5_000);
      int status = connection.getResponseCode();
      connection.disconnect();
      return status > 0;
    } catch (IOException e) {
      return false;
    }
  }

  /** Notes the running processes in the pid file; to be called once the program has started. */
  public void note() {
    pidFile.ifPresent(file -> file.write(processes()));
  }

  /** What the program has printed so far. */
  public String output() {
    try {
      return Files.readString(output);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + output + ": " + e, e);
    }
  }

  /** The guard and the program itself. */
  public List<ProcessHandle> processes() {
    return Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // This JVM is ending: the hook does the same.
    }
    end();
  }

  private void end() {
    List<ProcessHandle> ending = processes();
    ending.forEach(ProcessHandle::destroyForcibly);
    try {
      for (ProcessHandle handle : ending) {
        handle.onExit().get(10, TimeUnit.SECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception e) {
      throw new IllegalStateException("The process " + process.pid() + " does not end", e);
    }
    pidFile.ifPresent(PidFile::delete);
  }
}
