package dev.tenrec.cloud.template;

/** The directory given is not a cloud assembly that can be run; the message says what to do. */
public final class AssemblyException extends RuntimeException {
  private static final long serialVersionUID = 1;

  AssemblyException(String message) {
    super(message);
  }

  AssemblyException(String message, Throwable cause) {
    super(message, cause);
  }
}
