package dev.tenrec.workflow;

/** A workflow's definition cannot be used; the message names the value and the cure. */
public final class WorkflowException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String attribute;

  /**
   * Refuses a definition.
   *
   * @param attribute the field at fault, its path joined by two underscores
   */
  public WorkflowException(String attribute, String message) {
    super(message);
    this.attribute = attribute;
  }

  /** The field at fault. */
  public String attribute() {
    return attribute;
  }
}
