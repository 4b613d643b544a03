package dev.tenrec.recordings;

import dev.tenrec.stores.batches.StoreUnavailableException;
import java.util.Optional;

/**
 * Where the blocks themselves are.
 *
 * <p>Every method throws {@link StoreUnavailableException} when the store cannot be reached now.
 */
public interface BlockStore {
  /** Stores an object; when it returns, the object is there durably. */
  void put(String object, byte[] content);

  /** The bytes at that place; empty when the object is gone. */
  Optional<byte[]> read(BlockPlace place);

  /**
   * Overwrites the bytes at that place with zeros and leaves all others as they are, whoever else
   * erases at the same time. Erasing again, or what is gone, changes nothing.
   */
  void erase(BlockPlace place);
}
