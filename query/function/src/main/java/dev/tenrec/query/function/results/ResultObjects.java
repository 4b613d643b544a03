package dev.tenrec.query.function.results;

import java.net.URI;
import java.util.Optional;

/**
 * Objects that are kept for some days and then disappear. Safe for use by several threads.
 *
 * <p>A key is a path of letters, digits, points and hyphens.
 */
public interface ResultObjects {
  /**
   * Keeps an object, in place of the one that was there.
   *
   * @throws ResultsUnavailableException when it cannot be kept now
   */
  void put(String key, StoredResult result);

  /**
   * The object of that key.
   *
   * @throws ResultsUnavailableException when it cannot be read now
   */
  Optional<StoredResult> get(String key);

  /** Where anybody who knows this address can read the object for some minutes. */
  URI link(String key);
}
