package dev.tenrec.stores.batches;

/**
 * The table did not answer in time or answered that it cannot now. Any of the writes may have
 * happened; trying again later is safe and expected.
 */
public final class StoreUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public StoreUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }

  public StoreUnavailableException(String message) {
    super(message);
  }
}
