package dev.tenrec.emulators.kinesis;

import dev.tenrec.emulators.protocol.AwsFailure;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What can be made to go wrong, for tests: operations are named as in the API ({@code PutRecords}).
 */
public final class KinesisFaults {
  private final AtomicLong records = new AtomicLong();
  private final Map<String, Queue<AwsFailure>> before = new ConcurrentHashMap<>();
  private final Map<String, Queue<AwsFailure>> after = new ConcurrentHashMap<>();
  private volatile int refuseEvery;
  private volatile boolean shardLimits;

  KinesisFaults() {}

  /** Refuses the n-th, 2n-th ... record that is put, as if its shard were too busy; 0 ends that. */
  public void refuseEveryRecord(int n) {
    if (n < 0) {
      throw new IllegalArgumentException("Every " + n + "th record: give 1 or more, or 0 for none");
    }
    records.set(0);
    refuseEvery = n;
  }

  /** Refuses records over a shard's 1,000 records or 1 MiB in a second from now on. */
  public void enforceShardLimits() {
    shardLimits = true;
  }

  /** Answers the next {@code calls} of an operation with an internal error, without doing them. */
  public void failNext(String operation, int calls) {
    add(before, operation, calls, new AwsFailure(500, "InternalFailure", "injected failure"));
  }

  /** Refuses the next {@code calls} of an operation as a whole for being too many. */
  public void refuseNext(String operation, int calls) {
    add(before, operation, calls, tooMany("injected refusal"));
  }

  /** Does the next {@code calls} of an operation, but answers with an internal error. */
  public void loseNextAnswers(String operation, int calls) {
    add(after, operation, calls, new AwsFailure(500, "InternalFailure", "injected lost answer"));
  }

  static AwsFailure tooMany(String message) {
    return AwsFailure.client("ProvisionedThroughputExceededException", message);
  }

  boolean refusesRecord() {
    int every = refuseEvery;
    return every > 0 && records.incrementAndGet() % every == 0;
  }

  boolean enforcesShardLimits() {
    return shardLimits;
  }

  void beforeCall(String operation) {
    throwNext(before, operation);
  }

  void afterCall(String operation) {
    throwNext(after, operation);
  }

  private static void add(
      Map<String, Queue<AwsFailure>> faults, String operation, int calls, AwsFailure failure) {
    Queue<AwsFailure> queue =
        faults.computeIfAbsent(operation, name -> new ConcurrentLinkedQueue<>());
    for (int call = 0; call < calls; call++) {
      queue.add(failure);
    }
  }

  private static void throwNext(Map<String, Queue<AwsFailure>> faults, String operation) {
    Optional.ofNullable(faults.get(operation))
        .map(Queue::poll)
        .ifPresent(
            failure -> {
              throw new AwsFailure(failure.status(), failure.type(), failure.getMessage());
            });
  }
}
