package dev.tenrec.cloud.functions;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * How functions are run here.
 *
 * @param isolation where their code runs
 * @param workers the most workers of one function, whatever it reserves
 * @param learning how long nothing must have been called before what a process has learned is
 *     written to an ahead-of-time cache for later starts; empty for no caches
 * @param environment variables every function has, such as endpoints; the template's own win
 */
public record FunctionsSettings(
    Isolation isolation,
    int workers,
    Optional<Duration> learning,
    Map<String, String> environment) {
  public FunctionsSettings {
    requireNonNull(isolation, "isolation is null");
    requireNonNull(learning, "learning is null");
    environment = Map.copyOf(environment);
    if (workers < 1 || workers > 64) {
      throw new IllegalArgumentException("workers is " + workers + ": give a number from 1 to 64");
    }
  }

  /** Where a function's code runs. */
  public enum Isolation {
    /** In a process of its own, as on Lambda. */
    PROCESS,
    /** In a class loader of its own inside the local cloud, for debuggers and quick tests. */
    CLASS_LOADER
  }
}
