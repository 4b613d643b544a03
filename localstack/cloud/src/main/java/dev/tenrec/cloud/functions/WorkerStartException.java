package dev.tenrec.cloud.functions;

import dev.tenrec.cloud.functions.InvocationResult.Failure;

/** A worker did not come up: the function's own code failed to load, or its process to start. */
final class WorkerStartException extends Exception {
  private static final long serialVersionUID = 1;

  private final transient Failure failure;

  WorkerStartException(Failure failure) {
    super(failure.message());
    this.failure = failure;
  }

  Failure failure() {
    return failure;
  }
}
