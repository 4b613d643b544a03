package dev.tenrec.workflows;

import dev.tenrec.workflow.runs.Runs;
import dev.tenrec.workflow.runs.WakeUps;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;

/**
 * Wakes, once a minute, every run whose time has come or comes within the next minute: those that
 * sleep longer than a message can, and those whose message was lost.
 */
final class DueRuns {
  private static final Duration AHEAD = Duration.ofMinutes(1);
  private static final int MOST_OF_SHARD = 2_000;

  private final Runs runs;
  private final WakeUps wakeUps;
  private final InstantSource clock;
  private final Consumer<String> log;

  DueRuns(Runs runs, WakeUps wakeUps, InstantSource clock, Consumer<String> log) {
    this.runs = runs;
    this.wakeUps = wakeUps;
    this.clock = clock;
    this.log = log;
  }

  /** Wakes them, and answers how many. */
  int wake() {
    Instant now = clock.instant();
    List<Runs.Due> due = runs.due(now.plus(AHEAD), MOST_OF_SHARD);
    for (Runs.Due each : due) {
      Duration delay = Duration.between(now, each.at());
      wakeUps.send(each.run(), delay.isNegative() ? Duration.ZERO : delay);
    }
    if (!due.isEmpty()) {
      log.accept(Lines.count("Due runs woken", "RunsWoken", due.size()));
    }
    return due.size();
  }
}
