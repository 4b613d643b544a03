package dev.tenrec.streams;

import java.util.Optional;

/**
 * Where bodies too large for a record are kept until their readers come for them.
 *
 * <p>Guarantees: when {@link #put} returns, the body is stored durably under a key of its own.
 * Bodies expire some days after the longest time a stream keeps its records.
 */
public interface ClaimStore {
  /**
   * Stores a body and returns its key.
   *
   * @throws StreamUnavailableException when it could not be stored
   */
  String put(byte[] body);

  /**
   * The body under that key, empty when there is none (any more).
   *
   * @throws StreamUnavailableException when the store cannot be reached
   */
  Optional<byte[]> get(String key);
}
