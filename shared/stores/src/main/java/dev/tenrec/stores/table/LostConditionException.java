package dev.tenrec.stores.table;

/** A conditional write did not happen because the item had changed meanwhile: read again. */
public final class LostConditionException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public LostConditionException(String message, Throwable cause) {
    super(message, cause);
  }
}
