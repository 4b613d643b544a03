package dev.tenrec.flags;

/** A flag's definition cannot be used; the message names the value and the cure. */
public final class FlagException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String attribute;

  /**
   * @param attribute the field at fault, its path joined by two underscores
   */
  public FlagException(String attribute, String message) {
    super(message);
    this.attribute = attribute;
  }

  /** The field at fault. */
  public String attribute() {
    return attribute;
  }
}
