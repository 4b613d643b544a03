package dev.tenrec.lake.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decides which step of the twins fails. Every effect has a step before it and a step after it.
 *
 * <p>A crash stops everything: all further steps fail too, until {@link #recover}. A failure is
 * seen once.
 */
public final class Faults {
  private final List<String> steps = new ArrayList<>();
  private int crashAt = -1;
  private int failAt = -1;
  private boolean crashed;
  private Map.Entry<String, Runnable> meanwhile;

  /** The process dies at a step, counted from 0 and from now. */
  public synchronized void crashAt(int step) {
    reset();
    crashAt = step;
  }

  /** A step fails once, counted from 0 and from now. */
  public synchronized void failAt(int step) {
    reset();
    failAt = step;
  }

  /** Something happens once, right when the next step of this name is reached. */
  public synchronized void meanwhile(String step, Runnable action) {
    meanwhile = Map.entry(step, action);
  }

  /** Nothing fails any more. */
  public synchronized void recover() {
    reset();
  }

  /** Whether a crash or a failure has happened since it was ordered. */
  public synchronized boolean happened() {
    return crashed || (failAt >= 0 && steps.size() > failAt);
  }

  /** The steps since the last order, in the order they came. */
  public synchronized List<String> steps() {
    return List.copyOf(steps);
  }

  private void reset() {
    steps.clear();
    crashAt = -1;
    failAt = -1;
    crashed = false;
  }

  void step(String name) {
    takeMeanwhile(name).ifPresent(Runnable::run);
    count(name);
  }

  private synchronized Optional<Runnable> takeMeanwhile(String name) {
    if (meanwhile == null || !meanwhile.getKey().equals(name)) {
      return Optional.empty();
    }
    Runnable action = meanwhile.getValue();
    meanwhile = null;
    return Optional.of(action);
  }

  private synchronized void count(String name) {
    int number = steps.size();
    steps.add(name);
    if (crashed || number == crashAt) {
      crashed = true;
      throw new Crash(name);
    }
    if (number == failAt) {
      throw new Failure(name);
    }
  }

  /** The end of the process; an error, so that no handler for failures catches it. */
  public static final class Crash extends Error {
    private static final long serialVersionUID = 1;

    Crash(String step) {
      super("crash at " + step);
    }
  }

  /** A service that did not answer. */
  public static final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1;

    Failure(String step) {
      super("failure at " + step);
    }
  }
}
