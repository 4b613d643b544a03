package dev.tenrec.workflows.outbound;

import java.io.IOException;

/** An address must not be called. */
final class RefusedAddressException extends IOException {
  private static final long serialVersionUID = 1;

  RefusedAddressException(String message) {
    super(message);
  }
}
