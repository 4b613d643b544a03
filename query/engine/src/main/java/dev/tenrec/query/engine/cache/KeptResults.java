package dev.tenrec.query.engine.cache;

import java.util.Optional;

/**
 * Keeps results for as long as it sees fit, for all processes. Safe for use by several threads.
 *
 * <p>What is kept can be computed again, so trouble is no failure: what cannot be read is not
 * there, what cannot be kept is not kept.
 */
public interface KeptResults {
  /** What was kept under that key. */
  Optional<byte[]> get(long project, String key);

  /** Keeps a result. */
  void put(long project, String key, byte[] result);
}
