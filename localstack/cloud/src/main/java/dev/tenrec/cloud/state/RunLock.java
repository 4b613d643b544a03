package dev.tenrec.cloud.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The right to run on a data directory. One holder at a time; the operating system takes it back
 * when the holder dies, however it dies. Whoever gets it next ends the child processes that the
 * dead holder left behind, recognised by process id and start time, never by name.
 */
public final class RunLock implements AutoCloseable {
  private final FileChannel channel;
  private final JsonFile run;
  private final Map<Long, Instant> children = new LinkedHashMap<>();
  private final int recovered;

  private RunLock(FileChannel channel, JsonFile run) {
    this.channel = channel;
    this.run = run;
    this.recovered = endChildren(run.read().path("children"));
    write();
  }

  /** Takes the lock of a data directory. */
  public static RunLock take(DataDirectory directory) {
    Path path = directory.root().resolve("lock");
    JsonFile run = directory.file("run.json");
    try {
      FileChannel channel =
          FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!locked(channel)) {
        channel.close();
        String pid = run.read().path("pid").asText("unknown");
        throw new DirectoryInUseException(
            "A local cloud (process "
                + pid
                + ") already runs on "
                + directory.root()
                + ": stop it (kill "
                + pid
                + "), or give this one another directory with --data");
      }
      return new RunLock(channel, run);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot lock " + path, e);
    }
  }

  /** How many processes of a dead predecessor had to be ended. */
  public int recovered() {
    return recovered;
  }

  /** Remembers a child, so that a successor can end it should this process die first. */
  public synchronized void remember(ProcessHandle child) {
    children.keySet().removeIf(pid -> ProcessHandle.of(pid).isEmpty());
    child.info().startInstant().ifPresent(start -> children.put(child.pid(), start));
    write();
  }

  @Override
  public synchronized void close() {
    try {
      run.remove();
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot release " + run.path(), e);
    }
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException heldByThisProcess) {
      return false;
    }
  }

  private static int endChildren(JsonNode remembered) {
    int ended = 0;
    for (JsonNode child : remembered) {
      Optional<ProcessHandle> process = ProcessHandle.of(child.path("pid").asLong());
      String start = child.path("start").asText();
      if (process.isPresent()
          && process.get().info().startInstant().map(Instant::toString).equals(Optional.of(start))
          && process.get().destroyForcibly()) {
        process.get().onExit().join();
        ended++;
      }
    }
    return ended;
  }

  private void write() {
    ObjectNode content = run.read();
    content.put("pid", ProcessHandle.current().pid());
    ArrayNode list = content.putArray("children");
    children.forEach(
        (pid, start) -> list.addObject().put("pid", pid).put("start", start.toString()));
    run.write(content);
  }
}
