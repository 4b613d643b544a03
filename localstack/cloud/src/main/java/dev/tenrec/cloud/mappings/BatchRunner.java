package dev.tenrec.cloud.mappings;

import dev.tenrec.cloud.functions.InvocationResult;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Brings a batch to its end: calls the function until every record is done or given up, in order.
 *
 * <ul>
 *   <li>A failed batch is tried again after a pause that grows; with {@code bisect} it is cut in
 *       two first, which does not count as a try.
 *   <li>Of a batch with reported failures, what stands before the first of them is done.
 *   <li>A record older than the limit is given up, before or between tries.
 *   <li>What is given up is reported, then counts as done, so that the shard goes on.
 *   <li>An interruption ends it where it stands; what is not yet done is not marked so.
 * </ul>
 */
final class BatchRunner {
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(20);

  /** Waiting, which a simulation does in no time. */
  interface Pause {
    void sleep(Duration time) throws InterruptedException;
  }

  private final Target target;
  private final KinesisEvents events;
  private final boolean partialFailures;
  private final RetrySettings retries;
  private final Consumer<FailureReport> failures;
  private final Consumer<String> notices;
  private final Pause pause;
  private final InstantSource clock;

  BatchRunner(
      Target target,
      KinesisEvents events,
      boolean partialFailures,
      RetrySettings retries,
      Consumer<FailureReport> failures,
      Consumer<String> notices,
      Pause pause,
      InstantSource clock) {
    this.target = target;
    this.events = events;
    this.partialFailures = partialFailures;
    this.retries = retries;
    this.failures = failures;
    this.notices = notices;
    this.pause = pause;
    this.clock = clock;
  }

  /** Records still to be done, and how often their first one has failed. */
  private record Work(List<SourceRecord> records, int failed, boolean functionError) {}

  /** How a call ended, seen from the batch. */
  private sealed interface Outcome {
    record Done() implements Outcome {}

    /** Everything from that index on failed. */
    record FailedFrom(int index, boolean functionError) implements Outcome {}

    /** The function was not called. */
    record NotCalled() implements Outcome {}
  }

  /**
   * Runs a batch.
   *
   * @param done told of every record in order, as soon as it is done
   */
  void run(List<SourceRecord> batch, Consumer<List<SourceRecord>> done)
      throws InterruptedException {
    Deque<Work> open = new ArrayDeque<>();
    open.push(new Work(batch, 0, false));
    int throttled = 0;
    while (!open.isEmpty()) {
      Work work = young(open.pop(), done);
      if (work.records().isEmpty()) {
        continue;
      }
      switch (call(work.records())) {
        case Outcome.Done() -> done.accept(work.records());
        case Outcome.NotCalled() -> {
          pause(++throttled);
          open.push(work);
          continue;
        }
        case Outcome.FailedFrom(int index, boolean functionError) ->
            failed(work, index, functionError, open, done);
      }
      throttled = 0;
    }
  }

  private void failed(
      Work work,
      int index,
      boolean functionError,
      Deque<Work> open,
      Consumer<List<SourceRecord>> done)
      throws InterruptedException {
    List<SourceRecord> rest = work.records().subList(index, work.records().size());
    if (index > 0) {
      done.accept(work.records().subList(0, index));
    }
    if (index > 0 && retries.bisect() && rest.size() > 1) {
      // The report has cut the batch already.
      open.push(new Work(rest, 0, functionError));
      return;
    }
    if (index == 0 && retries.bisect() && rest.size() > 1) {
      int half = rest.size() / 2;
      open.push(new Work(rest.subList(half, rest.size()), 0, false));
      open.push(new Work(rest.subList(0, half), work.failed(), functionError));
      return;
    }
    int failed = index == 0 ? work.failed() + 1 : 1;
    if (retries.attempts().isPresent() && failed > retries.attempts().getAsInt()) {
      failures.accept(
          new FailureReport(rest, FailureReport.Condition.RETRIES, failed, functionError));
      done.accept(rest);
      return;
    }
    pause(failed);
    open.push(new Work(rest, failed, functionError));
  }

  // Records stand in order of arrival, so those that are too old stand in front.
  private Work young(Work work, Consumer<List<SourceRecord>> done) {
    if (retries.age().isEmpty()) {
      return work;
    }
    Instant oldest = clock.instant().minus(retries.age().get());
    int old = 0;
    while (old < work.records().size() && work.records().get(old).arrival().isBefore(oldest)) {
      old++;
    }
    if (old == 0) {
      return work;
    }
    List<SourceRecord> expired = work.records().subList(0, old);
    failures.accept(
        new FailureReport(
            expired, FailureReport.Condition.AGE, work.failed(), work.functionError()));
    done.accept(expired);
    return new Work(work.records().subList(old, work.records().size()), 0, false);
  }

  private Outcome call(List<SourceRecord> records) {
    return switch (target.invoke(events.event(records))) {
      case InvocationResult.Answer answer ->
          partialFailures ? judged(answer.payload(), records) : new Outcome.Done();
      case InvocationResult.Failure _ -> new Outcome.FailedFrom(0, true);
      case InvocationResult.Throttled _ -> new Outcome.NotCalled();
      case InvocationResult.TooLarge tooLarge -> {
        notices.accept("a batch of " + tooLarge.bytes() + " bytes is more than Lambda takes");
        yield new Outcome.FailedFrom(0, true);
      }
    };
  }

  private Outcome judged(byte[] payload, List<SourceRecord> records) {
    return switch (BatchResponseParser.parse(payload)) {
      case BatchResponse.Complete() -> new Outcome.Done();
      case BatchResponse.Invalid(String reason) -> {
        notices.accept(reason + "; the whole batch counts as failed");
        yield new Outcome.FailedFrom(0, true);
      }
      case BatchResponse.Failures(Set<String> ids) -> {
        int first = first(ids, records);
        if (first < 0) {
          notices.accept(
              "batchItemFailures names records that are not in the batch; it counts as failed");
        }
        yield new Outcome.FailedFrom(Math.max(first, 0), first < 0);
      }
    };
  }

  private static int first(Set<String> ids, List<SourceRecord> records) {
    for (int i = 0; i < records.size(); i++) {
      if (ids.contains(records.get(i).sequenceNumber())) {
        return i;
      }
    }
    return -1;
  }

  private void pause(int failed) throws InterruptedException {
    long millis = FIRST_PAUSE.toMillis() << Math.min(failed - 1, 16);
    pause.sleep(Duration.ofMillis(Math.min(millis, LONGEST_PAUSE.toMillis())));
  }
}
