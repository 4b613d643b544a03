package dev.tenrec.query.engine;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.Duration;

/**
 * What an engine may use.
 *
 * @param directory the only directory that queries can read files from; spilled data goes there too
 * @param memoryBytes the most memory of all queries together
 * @param answerBytes about how much memory the rows of one query may take beside that; they are
 *     held as a whole, and once more as an answer
 * @param threads how many threads work on a query
 * @param timeout how long a query may run
 */
public record EngineSettings(
    Path directory, long memoryBytes, long answerBytes, int threads, Duration timeout) {
  private static final long LEAST_MEMORY = 64L << 20;

  public EngineSettings {
    requireNonNull(directory, "directory is null");
    if (memoryBytes < LEAST_MEMORY) {
      throw new IllegalArgumentException(
          "memoryBytes is " + memoryBytes + ": queries need " + LEAST_MEMORY + " at least");
    }
    if (answerBytes < 1) {
      throw new IllegalArgumentException("answerBytes is " + answerBytes + ": it must be positive");
    }
    if (threads < 1) {
      throw new IllegalArgumentException("threads is " + threads + ": at least 1 must work");
    }
    if (timeout.isNegative() || timeout.isZero()) {
      throw new IllegalArgumentException("timeout is " + timeout + ": it must be positive");
    }
  }
}
