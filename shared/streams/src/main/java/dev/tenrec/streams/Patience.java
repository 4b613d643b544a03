package dev.tenrec.streams;

import static java.util.Objects.requireNonNull;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * How long to go on trying, and how to wait in between: every pause is random between nothing and a
 * limit that doubles from {@code shortest} to {@code longest}, so that refused callers do not come
 * back together.
 *
 * @param budget how long to try in all
 * @param shortest the limit of the first pause
 * @param longest the limit of any pause
 */
public record Patience(
    Duration budget,
    Duration shortest,
    Duration longest,
    InstantSource clock,
    RandomGenerator random,
    Sleeper sleeper) {
  public Patience {
    requireNonNull(clock, "clock is null");
    requireNonNull(random, "random is null");
    requireNonNull(sleeper, "sleeper is null");
    if (budget.isNegative()) {
      throw new IllegalArgumentException("budget is " + budget + ": it must not be negative");
    }
    if (!shortest.isPositive() || longest.compareTo(shortest) < 0) {
      throw new IllegalArgumentException(
          "pauses are " + shortest + " to " + longest + ": they must be positive and grow");
    }
  }

  /** Patience for the real world: pauses of 25 milliseconds to a second. */
  public static Patience of(Duration budget) {
    return new Patience(
        budget,
        Duration.ofMillis(25),
        Duration.ofSeconds(1),
        InstantSource.system(),
        new SecureRandom(),
        Thread::sleep);
  }

  /** Waits for a while. */
  @FunctionalInterface
  public interface Sleeper {
    /** Waits. */
    void sleep(Duration pause) throws InterruptedException;
  }

  Wait start() {
    return new Wait(clock.instant().plus(budget));
  }

  /** One run of patience. */
  final class Wait {
    private final Instant end;
    private int refusals;

    private Wait(Instant end) {
      this.end = end;
    }

    /** Starts again with short pauses. */
    void progress() {
      refusals = 0;
    }

    /** Pauses; false when the time is used up or the thread was interrupted. */
    boolean pause() {
      long limit = Math.min(longest.toNanos(), shortest.toNanos() << Math.min(refusals, 30));
      refusals++;
      Duration pause = Duration.ofNanos(random.nextLong(limit + 1));
      if (clock.instant().plus(pause).isAfter(end)) {
        return false;
      }
      try {
        sleeper.sleep(pause);
        return true;
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
  }
}
