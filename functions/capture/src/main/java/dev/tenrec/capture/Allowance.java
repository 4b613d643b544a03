package dev.tenrec.capture;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;

/** How often something may be done in a minute; counts how often it was not. */
final class Allowance {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final int perMinute;
  private Instant minute = Instant.EPOCH;
  private int done;
  private int skipped;

  Allowance(int perMinute) {
    this.perMinute = perMinute;
  }

  /** How many were skipped since the last one, or empty when this one is to be skipped too. */
  synchronized OptionalInt take(Instant now) {
    if (!now.isBefore(minute.plus(MINUTE))) {
      minute = now;
      done = 0;
    }
    if (done == perMinute) {
      skipped++;
      return OptionalInt.empty();
    }
    done++;
    int before = skipped;
    skipped = 0;
    return OptionalInt.of(before);
  }

  /** Counts as skipped what was taken and then failed, with those before it. */
  synchronized void giveBack(int before) {
    skipped += before + 1;
  }
}
