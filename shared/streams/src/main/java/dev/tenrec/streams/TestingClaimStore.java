package dev.tenrec.streams;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A claim store in memory. */
public final class TestingClaimStore implements ClaimStore {
  private final Map<String, byte[]> bodies = new LinkedHashMap<>();
  private boolean unreachable;

  /** From now on every call fails, until {@link #recover}. */
  public synchronized void fail() {
    unreachable = true;
  }

  /** Calls succeed again. */
  public synchronized void recover() {
    unreachable = false;
  }

  /** Forgets every body, as the bucket does after some days. */
  public synchronized void expire() {
    bodies.clear();
  }

  /** How many bodies are stored. */
  public synchronized int size() {
    return bodies.size();
  }

  @Override
  public synchronized String put(byte[] body) {
    check();
    String key = "claims/2026-01-01/" + bodies.size();
    bodies.put(key, body.clone());
    return key;
  }

  @Override
  public synchronized Optional<byte[]> get(String key) {
    check();
    return Optional.ofNullable(bodies.get(key)).map(byte[]::clone);
  }

  private void check() {
    if (unreachable) {
      throw new StreamUnavailableException("The claim store fails on demand");
    }
  }
}
