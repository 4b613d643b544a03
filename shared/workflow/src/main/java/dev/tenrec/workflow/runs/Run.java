package dev.tenrec.workflow.runs;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A run as it stands. Immutable.
 *
 * @param key which one
 * @param workflowVersion the version of its workflow it goes by: the one it began with, unless
 *     somebody has let it go on with a later one
 * @param event the uuid of the event that started it
 * @param test whether a person started it to see what happens; delays are then skipped
 * @param status how far it is
 * @param step the step it is at, empty at its end
 * @param due until when to leave it alone: the end of a delay, of a pause before another attempt,
 *     or of the time a step may take
 * @param revision counts its changes, from 1
 * @param context what its templates and filters read
 * @param log its steps, in order
 * @param error why it failed; empty when it did not
 * @param startedAt when it began
 * @param endedAt when it ended
 */
public record Run(
    RunKey key,
    long workflowVersion,
    String event,
    boolean test,
    Status status,
    String step,
    Instant due,
    long revision,
    ObjectNode context,
    List<StepRecord> log,
    String error,
    Instant startedAt,
    Optional<Instant> endedAt) {
  public Run {
    requireNonNull(key, "key is null");
    requireNonNull(status, "status is null");
    requireNonNull(due, "due is null");
    requireNonNull(context, "context is null");
    requireNonNull(endedAt, "endedAt is null");
    log = List.copyOf(log);
  }

  /** Whether nothing more will happen. */
  public boolean ended() {
    return endedAt.isPresent();
  }

  /** The record of the step it is at, if it has come to it. */
  Optional<StepRecord> current() {
    return log.isEmpty() || !log.getLast().step().equals(step)
        ? Optional.empty()
        : Optional.of(log.getLast());
  }

  Run at(String next) {
    return new Run(
        key,
        workflowVersion,
        event,
        test,
        Status.RUNNING,
        next,
        due,
        revision,
        context,
        log,
        error,
        startedAt,
        endedAt);
  }

  Run until(Status changed, Instant newDue) {
    return new Run(
        key,
        workflowVersion,
        event,
        test,
        changed,
        step,
        newDue,
        revision,
        context,
        log,
        error,
        startedAt,
        endedAt);
  }

  Run adding(StepRecord record) {
    List<StepRecord> longer = new ArrayList<>(log);
    longer.add(record);
    return withLog(longer);
  }

  Run replacing(StepRecord last) {
    List<StepRecord> changed = new ArrayList<>(log);
    changed.set(changed.size() - 1, last);
    return withLog(changed);
  }

  private Run withLog(List<StepRecord> changed) {
    return new Run(
        key,
        workflowVersion,
        event,
        test,
        status,
        step,
        due,
        revision,
        context,
        changed,
        error,
        startedAt,
        endedAt);
  }

  /** This run, ended. */
  public Run ended(Status as, String why, Instant now) {
    return new Run(
        key,
        workflowVersion,
        event,
        test,
        as,
        step,
        due,
        revision,
        context,
        log,
        why,
        startedAt,
        Optional.of(now));
  }

  /** Whether it can go on where it failed; one that never came to a step cannot. */
  public boolean canGoOn() {
    return status == Status.FAILED && current().isPresent();
  }

  /**
   * This run, which has failed, about to try the step it failed at once more.
   *
   * @param version the version of its workflow it goes on with
   * @throws IllegalStateException when it cannot go on
   */
  public Run again(long version, Instant now) {
    if (!canGoOn()) {
      throw new IllegalStateException(
          "Run " + key.id() + " is " + status + ", not at a failed step");
    }
    return new Run(
            key,
            version,
            event,
            test,
            Status.WAITING,
            step,
            now,
            revision,
            context,
            log,
            "",
            startedAt,
            Optional.empty())
        .adding(log.getLast().anew(now));
  }

  Run withRevision(long changed) {
    return new Run(
        key,
        workflowVersion,
        event,
        test,
        status,
        step,
        due,
        changed,
        context,
        log,
        error,
        startedAt,
        endedAt);
  }

  /** How far a run is. */
  public enum Status {
    /** At work, or about to be. */
    RUNNING,
    /** Waits for a delay, or for another attempt. */
    WAITING,
    /** Came to its end. */
    COMPLETED,
    /** A step was given up. */
    FAILED,
    /** Somebody ended it. */
    CANCELLED
  }
}
