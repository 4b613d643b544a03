package dev.tenrec.cloud.mappings;

import static java.util.Objects.requireNonNull;

import dev.tenrec.cloud.filters.RecordFilter;
import java.time.Duration;

/**
 * How a mapping makes batches.
 *
 * @param size the most records of one
 * @param window how long to wait for a full one, from its first record on
 * @param filter which records are wanted
 * @param partialFailures whether the function says which records of a batch failed
 */
public record BatchSettings(
    int size, Duration window, RecordFilter filter, boolean partialFailures) {
  public BatchSettings {
    requireNonNull(window, "window is null");
    requireNonNull(filter, "filter is null");
    if (size < 1 || size > 10_000) {
      throw new IllegalArgumentException("BatchSize is " + size + ": Lambda takes 1 to 10000");
    }
  }
}
