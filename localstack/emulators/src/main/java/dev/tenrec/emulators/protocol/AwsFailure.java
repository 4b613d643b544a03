package dev.tenrec.emulators.protocol;

/** An error answer: its type is the name that the SDK turns into an exception class. */
public final class AwsFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int status;
  private final String type;

  public AwsFailure(int status, String type, String message) {
    super(message);
    this.status = status;
    this.type = type;
  }

  /** An error of the caller. */
  public static AwsFailure client(String type, String message) {
    return new AwsFailure(400, type, message);
  }

  public int status() {
    return status;
  }

  public String type() {
    return type;
  }
}
