package dev.tenrec.cloud.web;

/** What came is not HTTP that can be answered as such; the connection ends with the status. */
final class BadRequestException extends Exception {
  private static final long serialVersionUID = 1;

  private final int status;

  BadRequestException(int status, String message) {
    super(message);
    this.status = status;
  }

  int status() {
    return status;
  }
}
