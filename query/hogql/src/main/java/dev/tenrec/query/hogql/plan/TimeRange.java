package dev.tenrec.query.hogql.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When the rows that matter happened.
 *
 * @param from the first point in time that matters
 * @param to the first point in time that no longer matters
 */
public record TimeRange(Optional<Instant> from, Optional<Instant> to) {
  /** Everything. */
  public static final TimeRange ALWAYS = new TimeRange(Optional.empty(), Optional.empty());

  /** What lies in both. */
  public TimeRange and(TimeRange other) {
    return new TimeRange(later(from, other.from), earlier(to, other.to));
  }

  /** The smallest range that covers both. */
  public TimeRange or(TimeRange other) {
    return new TimeRange(
        from.isEmpty() || other.from.isEmpty() ? Optional.empty() : earlier(from, other.from),
        to.isEmpty() || other.to.isEmpty() ? Optional.empty() : later(to, other.to));
  }

  /** The range with so much time before and after it. */
  public TimeRange around(Duration time) {
    return new TimeRange(from.map(first -> first.minus(time)), to.map(after -> after.plus(time)));
  }

  private static Optional<Instant> later(Optional<Instant> left, Optional<Instant> right) {
    if (left.isEmpty() || right.isEmpty()) {
      return left.or(() -> right);
    }
    return left.get().isAfter(right.get()) ? left : right;
  }

  private static Optional<Instant> earlier(Optional<Instant> left, Optional<Instant> right) {
    if (left.isEmpty() || right.isEmpty()) {
      return left.or(() -> right);
    }
    return left.get().isBefore(right.get()) ? left : right;
  }
}
