package dev.tenrec.errors.sourcemap;

/** A source map cannot be read; the message says where it is broken. */
public final class SourceMapException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public SourceMapException(String message) {
    super(message);
  }
}
