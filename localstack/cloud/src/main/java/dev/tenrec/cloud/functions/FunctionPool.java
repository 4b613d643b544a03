package dev.tenrec.cloud.functions;

import dev.tenrec.cloud.functions.InvocationResult.Failure;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The workers of one function. Guarantees: never more than the limit; one starts when the first
 * invocation comes; a further one only when an invocation has waited a while, for starting one
 * takes more from a small machine than waiting does; a worker that broke is replaced by the next
 * invocation.
 */
final class FunctionPool implements AutoCloseable {
  private static final Duration GROW_AFTER = Duration.ofMillis(150);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

  /** Starts a worker. */
  interface Starter {
    Worker start() throws WorkerStartException;
  }

  /** What is idle, and since when. */
  private record Idle(Worker worker, long since) {}

  private final String label;
  private final int limit;
  private final Starter starter;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Deque<Idle> idle = new ArrayDeque<>();
  private final List<Worker> all = new ArrayList<>();
  private int starting;
  private long failures;
  private Failure lastFailure;
  private long lastUse = System.nanoTime();
  private boolean closed;

  FunctionPool(String label, int limit, Starter starter) {
    this.label = label;
    this.limit = limit;
    this.starter = starter;
    this.lastFailure = Failures.init(label + " was never started");
  }

  InvocationResult invoke(String invocationId, byte[] payload) {
    if (limit == 0) {
      return new InvocationResult.Throttled("The reserved concurrency of " + label + " is 0");
    }
    return switch (acquire()) {
      case Refused refused -> refused.result();
      case Granted granted -> {
        try {
          yield granted.worker().invoke(invocationId, payload);
        } finally {
          release(granted.worker());
        }
      }
    };
  }

  /** Brings up the first worker if there is none. */
  void warm() {
    lock.lock();
    try {
      if (closed || limit == 0 || all.size() + starting > 0) {
        return;
      }
      starting++;
    } finally {
      lock.unlock();
    }
    startOne();
  }

  /** Closes workers beyond the first that have had nothing to do for a time. */
  void trim(Duration longest) {
    List<Worker> unneeded = new ArrayList<>();
    lock.lock();
    try {
      while (all.size() > 1
          && !idle.isEmpty()
          && System.nanoTime() - idle.peekLast().since() > longest.toNanos()) {
        Worker worker = idle.removeLast().worker();
        all.remove(worker);
        unneeded.add(worker);
      }
    } finally {
      lock.unlock();
    }
    for (Worker worker : unneeded) {
      if (worker.learns()) {
        worker.retire();
      } else {
        worker.close();
      }
    }
  }

  /** Whether nothing has been called for a time. */
  boolean isQuiet(Duration time) {
    lock.lock();
    try {
      return starting == 0
          && idle.size() == all.size()
          && System.nanoTime() - lastUse > time.toNanos();
    } finally {
      lock.unlock();
    }
  }

  /** Whether a worker has learned something that is lost unless it ends in peace. */
  boolean hasLearner() {
    lock.lock();
    try {
      return idle.stream().anyMatch(entry -> entry.worker().learns());
    } finally {
      lock.unlock();
    }
  }

  /** Lets the learning worker end in peace, after another has taken its place. */
  void retireLearner() {
    Worker replacement;
    try {
      replacement = starter.start();
    } catch (WorkerStartException e) {
      // It has run before, so this passes; the learner is asked again later.
      return;
    }
    Optional<Worker> learner;
    lock.lock();
    try {
      learner = idle.stream().map(Idle::worker).filter(Worker::learns).findFirst();
      if (learner.isPresent() && !closed) {
        idle.removeIf(entry -> entry.worker().equals(learner.get()));
        all.remove(learner.get());
        add(replacement);
      }
    } finally {
      lock.unlock();
    }
    if (learner.isPresent() && all.contains(replacement)) {
      learner.get().retire();
    } else {
      replacement.close();
    }
  }

  @Override
  public void close() {
    List<Worker> ending;
    lock.lock();
    try {
      closed = true;
      ending = List.copyOf(all);
      all.clear();
      idle.clear();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    ending.forEach(Worker::close);
  }

  private sealed interface Lease {}

  private record Granted(Worker worker) implements Lease {}

  private record Refused(InvocationResult result) implements Lease {}

  private Lease acquire() {
    long begin = System.nanoTime();
    lock.lock();
    try {
      long failuresBefore = failures;
      while (true) {
        if (closed) {
          return refused("The local cloud is stopping");
        }
        Optional<Worker> worker = takeIdle();
        if (worker.isPresent()) {
          lastUse = System.nanoTime();
          return new Granted(worker.get());
        }
        if (failures != failuresBefore && all.isEmpty()) {
          return new Refused(lastFailure);
        }
        long waited = System.nanoTime() - begin;
        if (waited > LONGEST_WAIT.toNanos() && starting == 0) {
          return refused(
              "All " + limit + " workers of " + label + " were busy for " + LONGEST_WAIT);
        }
        boolean patient = all.isEmpty() || waited >= GROW_AFTER.toNanos();
        if (starting == 0 && all.size() < limit && patient) {
          grow();
        }
        changed.await(GROW_AFTER.toMillis(), TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return refused("Interrupted");
    } finally {
      lock.unlock();
    }
  }

  private static Lease refused(String reason) {
    return new Refused(new InvocationResult.Throttled(reason));
  }

  private Optional<Worker> takeIdle() {
    while (!idle.isEmpty()) {
      Worker worker = idle.removeFirst().worker();
      if (worker.usable()) {
        return Optional.of(worker);
      }
      all.remove(worker);
      worker.close();
    }
    return Optional.empty();
  }

  private void release(Worker worker) {
    lock.lock();
    try {
      lastUse = System.nanoTime();
      if (closed || !worker.usable()) {
        all.remove(worker);
        worker.close();
      } else {
        idle.addFirst(new Idle(worker, lastUse));
      }
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  private void grow() {
    starting++;
    Thread.ofVirtual().name("start-" + label).start(this::startOne);
  }

  private void startOne() {
    Optional<Worker> started = Optional.empty();
    Optional<Failure> failure = Optional.empty();
    try {
      started = Optional.of(starter.start());
    } catch (WorkerStartException e) {
      failure = Optional.of(e.failure());
    } catch (RuntimeException e) {
      failure = Optional.of(Failures.init("Cannot start " + label + ": " + e));
    }
    lock.lock();
    try {
      starting--;
      failure.ifPresent(
          reason -> {
            failures++;
            lastFailure = reason;
          });
      if (closed) {
        started.ifPresent(Worker::close);
      } else {
        started.ifPresent(this::add);
      }
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void add(Worker worker) {
    all.add(worker);
    idle.addFirst(new Idle(worker, System.nanoTime()));
    changed.signal();
  }
}
