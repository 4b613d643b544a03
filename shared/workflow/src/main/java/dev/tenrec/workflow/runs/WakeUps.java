package dev.tenrec.workflow.runs;

import java.time.Duration;

/**
 * Wakes runs. A wake-up may come late, twice or too early; a run that has nothing to do then goes
 * on sleeping.
 */
@FunctionalInterface
public interface WakeUps {
  /** The longest delay of one wake-up; the due index looks after longer ones. */
  Duration LONGEST = Duration.ofMinutes(15);

  /** Wakes a run after a delay of at most {@link #LONGEST}. */
  void send(RunKey run, Duration delay);
}
