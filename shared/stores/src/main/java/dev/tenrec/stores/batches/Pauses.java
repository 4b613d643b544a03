package dev.tenrec.stores.batches;

import static java.util.Objects.requireNonNull;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How often and how patiently to try again: each pause is random between nothing and a limit that
 * doubles, so that those who collided do not collide again.
 *
 * @param attempts how often to try in all
 * @param first the limit of the first pause
 */
public record Pauses(int attempts, Duration first, RandomGenerator random, Sleeper sleeper) {
  private static final int DOUBLINGS = 6;

  public Pauses {
    requireNonNull(random, "random is null");
    requireNonNull(sleeper, "sleeper is null");
    if (attempts < 1) {
      throw new IllegalArgumentException("attempts is " + attempts + ": try at least once");
    }
    if (!first.isPositive()) {
      throw new IllegalArgumentException("first is " + first + ": a pause takes some time");
    }
  }

  /** Ten attempts, pauses of up to 20 milliseconds at first and 1.3 seconds in the end. */
  public static Pauses system() {
    return new Pauses(10, Duration.ofMillis(20), new SecureRandom(), Thread::sleep);
  }

  /** Waits for a while. */
  @FunctionalInterface
  public interface Sleeper {
    /** Waits. */
    void sleep(Duration pause) throws InterruptedException;
  }

  /**
   * Pauses before the attempt of that number, the first being 0.
   *
   * @throws StoreUnavailableException when there were attempts enough
   */
  void before(int attempt, String reason) {
    if (attempt == 0) {
      return;
    }
    if (attempt >= attempts) {
      throw new StoreUnavailableException(
          "Given up after " + attempts + " attempts: " + reason + "; try again later");
    }
    long limit = first.toNanos() << Math.min(attempt - 1, DOUBLINGS);
    try {
      sleeper.sleep(Duration.ofNanos(random.nextLong(limit + 1)));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new StoreUnavailableException("Interrupted: " + reason, interrupted);
    }
  }
}
