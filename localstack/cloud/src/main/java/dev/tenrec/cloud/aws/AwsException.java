package dev.tenrec.cloud.aws;

/** A service answered with an error, or did not answer. */
public final class AwsException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String code;
  private final int status;

  AwsException(String code, int status, String message) {
    super(message);
    this.code = code;
    this.status = status;
  }

  AwsException(String message, Throwable cause) {
    super(message, cause);
    this.code = "Unreachable";
    this.status = 0;
  }

  /** The service's name for the error, such as {@code ResourceNotFoundException}. */
  public String code() {
    return code;
  }

  /** The HTTP status, 0 when there was no answer. */
  public int status() {
    return status;
  }
}
