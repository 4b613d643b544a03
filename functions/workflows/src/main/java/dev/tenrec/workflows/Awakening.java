package dev.tenrec.workflows;

import dev.tenrec.workflow.Workflow;
import dev.tenrec.workflow.runs.Delivery;
import dev.tenrec.workflow.runs.Move;
import dev.tenrec.workflow.runs.Outcome;
import dev.tenrec.workflow.runs.Run;
import dev.tenrec.workflow.runs.RunEngine;
import dev.tenrec.workflow.runs.RunKey;
import dev.tenrec.workflow.runs.Runs;
import dev.tenrec.workflow.runs.WakeUps;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Takes a woken run on: at most one effect each time, so that a batch of wake-ups ends in time.
 *
 * <p>The state is kept before and after an effect. Whoever loses the race for a state stops; what
 * is interrupted goes on when its claim has ended.
 */
final class Awakening {
  private final Runs runs;
  private final CompiledWorkflows workflows;
  private final Deliveries deliveries;
  private final WakeUps wakeUps;
  private final Duration firstPause;
  private final InstantSource clock;

  /**
   * Makes one.
   *
   * @param firstPause how long a failed step waits before its second attempt
   */
  Awakening(
      Runs runs,
      CompiledWorkflows workflows,
      Deliveries deliveries,
      WakeUps wakeUps,
      Duration firstPause,
      InstantSource clock) {
    this.runs = runs;
    this.workflows = workflows;
    this.deliveries = deliveries;
    this.wakeUps = wakeUps;
    this.firstPause = firstPause;
    this.clock = clock;
  }

  /** Takes a run on as far as it goes now. A wake-up for nothing does nothing. */
  void wake(RunKey key) {
    Optional<Run> found = runs.find(key);
    if (found.isEmpty() || found.get().ended() || found.get().due().isAfter(clock.instant())) {
      return;
    }
    Run run = found.get();
    Optional<Workflow> workflow =
        workflows.find(key.project(), key.workflow(), run.workflowVersion());
    if (workflow.isEmpty()) {
      runs.save(run, run.ended(Run.Status.CANCELLED, "The workflow was deleted", clock.instant()));
      return;
    }
    Move move = RunEngine.next(run, workflow.get(), clock.instant());
    Optional<Run> kept = runs.save(run, move.run());
    if (kept.isEmpty()) {
      return;
    }
    switch (move) {
      case Move.End _ -> {}
      case Move.Rest _ -> wakeLater(kept.get());
      case Move.Act act -> act(kept.get(), workflow.get(), act.delivery());
    }
  }

  private void act(Run claimed, Workflow workflow, Delivery delivery) {
    Outcome outcome = outcome(delivery);
    Instant now = clock.instant();
    Run after = RunEngine.delivered(claimed, workflow, outcome, firstPause, now);
    Run next =
        switch (RunEngine.next(after, workflow, now)) {
          // The next effect is claimed when it is its turn.
          case Move.Act _ -> after;
          case Move.Rest rest -> rest.run();
          case Move.End end -> end.run();
        };
    runs.save(claimed, next).filter(run -> !run.ended()).ifPresent(this::wakeLater);
  }

  // A bug must not wake a run for ever.
  private Outcome outcome(Delivery delivery) {
    try {
      return deliveries.deliver(delivery);
    } catch (RuntimeException bug) {
      return new Outcome.Again("The step broke: " + bug);
    }
  }

  private void wakeLater(Run run) {
    Duration delay = Duration.between(clock.instant(), run.due());
    if (delay.compareTo(WakeUps.LONGEST) <= 0) {
      wakeUps.send(run.key(), delay.isNegative() ? Duration.ZERO : delay);
    }
  }
}
