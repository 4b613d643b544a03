package dev.tenrec.workflow.runs;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * What became of a step of a run.
 *
 * @param step the step's id
 * @param name what people call it
 * @param type what it does
 * @param status how far it is
 * @param attempts how often it was tried
 * @param startedAt when the run came to it
 * @param endedAt when it was done or given up
 * @param request what it sent at its last attempt, cut; empty for steps without an effect
 * @param result what came of it, in words; empty when nothing is to be said
 * @param error why the last attempt failed; empty when it did not
 */
public record StepRecord(
    String step,
    String name,
    String type,
    Status status,
    int attempts,
    Instant startedAt,
    Optional<Instant> endedAt,
    String request,
    String result,
    String error) {
  private static final int LONGEST = 1_000;

  public StepRecord {
    requireNonNull(status, "status is null");
    requireNonNull(startedAt, "startedAt is null");
    requireNonNull(endedAt, "endedAt is null");
    request = cut(request);
    result = cut(result);
    error = cut(error);
  }

  private static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
  }

  StepRecord with(Status changed, Optional<Instant> ended, String newResult, String newError) {
    return new StepRecord(
        step, name, type, changed, attempts, startedAt, ended, request, newResult, newError);
  }

  StepRecord tried() {
    return new StepRecord(
        step, name, type, Status.RUNNING, attempts + 1, startedAt, endedAt, request, result, error);
  }

  StepRecord sending(String what) {
    return new StepRecord(
        step, name, type, status, attempts, startedAt, endedAt, what, result, error);
  }

  /** The same step, come to once more; what became of it before stays where it is. */
  StepRecord anew(Instant now) {
    return new StepRecord(step, name, type, Status.WAITING, 0, now, Optional.empty(), "", "", "");
  }

  /** How far a step is. */
  public enum Status {
    /** Being done, or interrupted while it was. */
    RUNNING,
    /** Waits for its time, or for its next attempt. */
    WAITING,
    /** Done. */
    COMPLETED,
    /** Given up. */
    FAILED
  }
}
