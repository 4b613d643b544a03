package dev.tenrec.stores.groups;

import dev.tenrec.stores.batches.Outcome;
import dev.tenrec.stores.batches.StoreUnavailableException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Groups in memory, for tests, with the failures that a real table has. */
public final class TestingGroupStore implements GroupStore {
  private final Map<Long, GroupTypes> types = new HashMap<>();
  private final Map<GroupKey, Group> groups = new HashMap<>();
  private Runnable beforeWrite = () -> {};
  private int callsUntilFailure = -1;
  private boolean written;
  private int calls;

  /**
   * Calls succeed that often, then one fails, then they succeed again.
   *
   * @param afterWriting whether a failing write has written before it fails
   */
  public synchronized void failAfter(int successfulCalls, boolean afterWriting) {
    callsUntilFailure = successfulCalls;
    written = afterWriting;
  }

  /** Runs before each write, as somebody else's write would come in between. */
  public synchronized void beforeEachWrite(Runnable interruption) {
    beforeWrite = interruption;
  }

  /** How many calls there were. */
  public synchronized int calls() {
    return calls;
  }

  /** Every group. */
  public synchronized Map<GroupKey, Group> everything() {
    return Map.copyOf(groups);
  }

  @Override
  public synchronized GroupTypes types(long project) {
    if (failsNow()) {
      throw failure();
    }
    return types.getOrDefault(project, GroupTypes.none(project));
  }

  @Override
  public synchronized boolean write(GroupTypes changed) {
    boolean fails = failsNow();
    beforeWrite.run();
    long there = types.getOrDefault(changed.project(), GroupTypes.none(0)).version();
    boolean expected = there == changed.version() - 1;
    if (expected && (!fails || written)) {
      types.put(changed.project(), changed);
    }
    if (fails) {
      throw failure();
    }
    return expected;
  }

  @Override
  public synchronized Map<GroupKey, Group> read(Collection<GroupKey> keys) {
    if (failsNow()) {
      throw failure();
    }
    Map<GroupKey, Group> found = new HashMap<>(groups);
    found.keySet().retainAll(keys);
    return found;
  }

  @Override
  public synchronized List<Outcome> write(List<Group> changed) {
    boolean fails = failsNow();
    beforeWrite.run();
    List<Outcome> outcomes = new ArrayList<>();
    for (Group group : changed) {
      Group there = groups.get(group.key());
      boolean expected = (there == null ? 0 : there.version()) == group.version() - 1;
      if (expected && (!fails || written)) {
        groups.put(group.key(), group);
      }
      outcomes.add(expected ? Outcome.WRITTEN : Outcome.LOST);
    }
    if (fails) {
      throw failure();
    }
    return outcomes;
  }

  private boolean failsNow() {
    calls++;
    return callsUntilFailure-- == 0;
  }

  private static StoreUnavailableException failure() {
    return new StoreUnavailableException("The store fails on demand");
  }
}
