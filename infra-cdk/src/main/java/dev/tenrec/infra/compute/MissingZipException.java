package dev.tenrec.infra.compute;

/** The code of a function is not where it was expected. The message says how to get it there. */
public final class MissingZipException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  public MissingZipException(String message) {
    super(message);
  }
}
