package dev.tenrec.workflow.runs;

import dev.tenrec.workflow.Node;
import dev.tenrec.workflow.Step;
import dev.tenrec.workflow.Workflow;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How runs go on: a pure state machine. It keeps nothing, calls nobody and reads no clock, so the
 * same state and moment always lead to the same move.
 *
 * <p>A step with an effect is claimed before the effect: a claim is a state of the run, so of two
 * that wake a run at once only one can keep it. The claim ends by itself; a step that was
 * interrupted between its effect and the record of it is then tried again under the same {@link
 * Delivery#id()}.
 */
public final class RunEngine {
  /** How often a step with an effect is tried. */
  public static final int MOST_ATTEMPTS = 5;

  /** How long an effect may take, recording it included. */
  public static final Duration CLAIM = Duration.ofSeconds(90);

  private RunEngine() {}

  /** What a run does next. */
  public static Move next(Run run, Workflow workflow, Instant now) {
    Run current = run;
    while (!current.ended()) {
      if (current.step().isEmpty()) {
        return new Move.End(current.ended(Run.Status.COMPLETED, "", now));
      }
      if (current.due().isAfter(now)) {
        return new Move.Rest(current);
      }
      Node node = workflow.nodes().get(current.step());
      switch (node.step()) {
        case Step.Delay delay -> {
          if (current.current().isEmpty() && !current.test()) {
            return new Move.Rest(
                current
                    .adding(begun(node, StepRecord.Status.WAITING, now))
                    .until(Run.Status.WAITING, now.plus(delay.duration())));
          }
          current =
              done(current, node, current.test() ? "skipped in a test" : "", node.next(), now);
        }
        case Step.Condition condition -> {
          int first = firstThatHolds(condition, current, now);
          current =
              first < 0
                  ? done(current, node, "no condition holds", node.next(), now)
                  : done(
                      current,
                      node,
                      "condition %d of %d holds"
                          .formatted(first + 1, condition.conditions().size()),
                      node.branches().get(first),
                      now);
        }
        case Step.Exit _ -> current = done(current, node, "", "", now);
        case Step.Webhook _, Step.Email _ -> {
          Run claimed = claimed(current, node, now);
          if (claimed.current().orElseThrow().attempts() <= MOST_ATTEMPTS) {
            Delivery delivery = delivery(claimed, node);
            StepRecord record = claimed.current().orElseThrow();
            return new Move.Act(claimed.replacing(record.sending(delivery.shown())), delivery);
          }
          current = failed(current, node, "Interrupted at its last attempt", now);
        }
      }
    }
    return new Move.End(current);
  }

  /**
   * The state of a run whose claimed step came to an outcome.
   *
   * @param firstPause how long to wait before the second attempt; each later pause is four times
   *     the one before
   */
  public static Run delivered(
      Run run, Workflow workflow, Outcome outcome, Duration firstPause, Instant now) {
    Node node = workflow.nodes().get(run.step());
    return switch (outcome) {
      case Outcome.Done done ->
          done(run, node, done.result(), node.next(), now).until(Run.Status.RUNNING, now);
      case Outcome.Failed failed -> failed(run, node, failed.error(), now);
      case Outcome.Again again -> {
        StepRecord record = run.current().orElseThrow();
        yield record.attempts() >= MOST_ATTEMPTS
            ? failed(run, node, again.error(), now)
            : run.replacing(
                    record.with(StepRecord.Status.WAITING, Optional.empty(), "", again.error()))
                .until(Run.Status.WAITING, now.plus(pause(firstPause, record.attempts())));
      }
    };
  }

  /** How long to wait after that many failed attempts. */
  static Duration pause(Duration first, int attempts) {
    return first.multipliedBy(1L << (2 * (attempts - 1)));
  }

  private static int firstThatHolds(Step.Condition condition, Run run, Instant now) {
    for (int index = 0; index < condition.conditions().size(); index++) {
      if (condition.conditions().get(index).holdOf(run.context(), now)) {
        return index;
      }
    }
    return -1;
  }

  private static Run claimed(Run run, Node node, Instant now) {
    Optional<StepRecord> record = run.current();
    Run begun =
        record.isPresent()
            ? run.replacing(record.get().tried())
            : run.adding(begun(node, StepRecord.Status.RUNNING, now).tried());
    return begun.until(Run.Status.RUNNING, now.plus(CLAIM));
  }

  private static Delivery delivery(Run run, Node node) {
    String id = run.key().id() + ":" + node.id();
    return switch (node.step()) {
      case Step.Webhook webhook -> Rendering.webhook(webhook, run.context(), id);
      case Step.Email email -> Rendering.email(email, run.context(), id);
      case Step.Delay _, Step.Condition _, Step.Exit _ ->
          throw new IllegalArgumentException("Step " + node.id() + " has no effect to deliver");
    };
  }

  private static Run done(Run run, Node node, String result, String next, Instant now) {
    StepRecord record = run.current().orElseGet(() -> begun(node, StepRecord.Status.RUNNING, now));
    StepRecord done = record.with(StepRecord.Status.COMPLETED, Optional.of(now), result, "");
    return (run.current().isPresent() ? run.replacing(done) : run.adding(done)).at(next);
  }

  private static Run failed(Run run, Node node, String error, Instant now) {
    StepRecord record =
        run.current().orElseThrow().with(StepRecord.Status.FAILED, Optional.of(now), "", error);
    Run failed = run.replacing(record);
    return node.goesOnAfterFailure()
        ? failed.at(node.next()).until(Run.Status.RUNNING, now)
        : failed.ended(Run.Status.FAILED, node.name() + ": " + error, now);
  }

  private static StepRecord begun(Node node, StepRecord.Status status, Instant now) {
    return new StepRecord(
        node.id(), node.name(), node.step().type(), status, 0, now, Optional.empty(), "", "", "");
  }
}
