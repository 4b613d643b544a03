package dev.tenrec.recordings;

import dev.tenrec.stores.batches.StoreUnavailableException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Blocks in memory, for tests, with the failures that a real bucket has. */
public final class TestingBlockStore implements BlockStore {
  private final Map<String, byte[]> objects = new TreeMap<>();
  private int callsUntilFailure = -1;
  private boolean failsAfterStoring;

  /**
   * Calls succeed that often, then one fails, then they succeed again.
   *
   * @param stored whether a put that fails has stored its object all the same
   */
  public synchronized void failAfter(int successfulCalls, boolean stored) {
    callsUntilFailure = successfulCalls;
    failsAfterStoring = stored;
  }

  /** Every object, by key. */
  public synchronized Map<String, byte[]> everything() {
    return Map.copyOf(objects);
  }

  @Override
  public synchronized void put(String object, byte[] content) {
    boolean fails = callsUntilFailure-- == 0;
    if (!fails || failsAfterStoring) {
      objects.put(object, content.clone());
    }
    if (fails) {
      throw new StoreUnavailableException("The store fails on demand");
    }
  }

  @Override
  public synchronized Optional<byte[]> read(BlockPlace place) {
    check();
    return Optional.ofNullable(objects.get(place.object()))
        .map(
            content ->
                Arrays.copyOfRange(
                    content, (int) place.offset(), (int) place.offset() + place.length()));
  }

  @Override
  public synchronized void erase(BlockPlace place) {
    check();
    Optional.ofNullable(objects.get(place.object()))
        .ifPresent(
            content ->
                Arrays.fill(
                    content,
                    (int) place.offset(),
                    (int) place.offset() + place.length(),
                    (byte) 0));
  }

  private void check() {
    if (callsUntilFailure-- == 0) {
      throw new StoreUnavailableException("The store fails on demand");
    }
  }
}
