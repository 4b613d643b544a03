package dev.tenrec.query.engine;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.Duration;

/**
 * What an engine may use.
 *
 * @param directory the only directory that queries can read files from; spilled data goes there too
 * @param memoryBytes the most memory of all queries together
 * @param threads how many threads work on a query
 * @param timeout how long a query may run
 */
public record EngineSettings(Path directory, long memoryBytes, int threads, Duration timeout) {
  private static final long LEAST_MEMORY = 64L << 20;

  public EngineSettings {
    requireNonNull(directory, "directory is null");
    if (memoryBytes < LEAST_MEMORY) {
      throw new IllegalArgumentException(
          "memoryBytes is " + memoryBytes + ": queries need " + LEAST_MEMORY + " at least");
    }
    if (threads < 1) {
      throw new IllegalArgumentException("threads is " + threads + ": at least 1 must work");
    }
    if (timeout.isNegative() || timeout.isZero()) {
      throw new IllegalArgumentException("timeout is " + timeout + ": it must be positive");
    }
  }
}
