package dev.tenrec.cloud.functions;

import dev.tenrec.cloud.progress.Progress;
import java.io.BufferedWriter;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/**
 * What functions print: one file a function, and {@code functions.log} with everything, each line
 * with its time and function. A file that has grown large is kept once under {@code .1}.
 */
final class FunctionLogs implements AutoCloseable {
  private static final long LARGEST = 20_000_000;
  private static final String ALL = "functions";

  private final Path directory;
  private final Progress progress;
  private final InstantSource clock;
  private final Map<String, LogFile> files = new HashMap<>();

  FunctionLogs(Path directory, Progress progress, InstantSource clock) {
    this.directory = directory;
    this.progress = progress;
    this.clock = clock;
  }

  synchronized void line(String label, String text) {
    progress.printed(label, text);
    String time = clock.instant().toString();
    try {
      file(label).write(time + " " + text);
      file(ALL).write(time + " [" + label + "] " + text);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write to " + directory, e);
    }
  }

  @Override
  public synchronized void close() {
    for (LogFile file : files.values()) {
      file.close();
    }
    files.clear();
  }

  private LogFile file(String name) {
    return files.computeIfAbsent(name, key -> new LogFile(directory.resolve(key + ".log")));
  }

  private static final class LogFile {
    private final Path path;
    private BufferedWriter writer;
    private long size;

    LogFile(Path path) {
      this.path = path;
      open();
    }

    void write(String line) throws IOException {
      writer.write(line);
      writer.newLine();
      writer.flush();
      size += line.length() + 1;
      if (size > LARGEST) {
        close();
        Files.move(
            path,
            path.resolveSibling(path.getFileName() + ".1"),
            StandardCopyOption.REPLACE_EXISTING);
        open();
      }
    }

    void close() {
      try {
        writer.close();
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot close " + path, e);
      }
    }

    private void open() {
      try {
        // Not through a channel: it would be closed by the interruption of any thread that prints.
        writer =
            new BufferedWriter(
                new OutputStreamWriter(
                    new FileOutputStream(path.toFile(), true), StandardCharsets.UTF_8));
        size = Files.size(path);
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot open " + path, e);
      }
    }
  }
}
