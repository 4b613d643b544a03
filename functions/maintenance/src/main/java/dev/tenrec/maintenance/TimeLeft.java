package dev.tenrec.maintenance;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The time a run has.
 *
 * @param clock the clock
 * @param end when the run is ended from outside
 * @param reserve what a piece of work may take at most
 */
record TimeLeft(InstantSource clock, Instant end, Duration reserve) {
  static TimeLeft of(Duration limit, InstantSource clock) {
    return new TimeLeft(clock, clock.instant().plus(limit), limit.dividedBy(4));
  }

  /** Whether another piece of work can be begun. */
  boolean isEnough() {
    return clock.instant().plus(reserve).isBefore(end);
  }
}
