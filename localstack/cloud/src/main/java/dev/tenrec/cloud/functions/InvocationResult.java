package dev.tenrec.cloud.functions;

import static java.util.Objects.requireNonNull;

/** How an invocation ended. */
public sealed interface InvocationResult {
  /**
   * The handler returned.
   *
   * @param payload what it wrote
   */
  record Answer(byte[] payload) implements InvocationResult {
    public Answer {
      requireNonNull(payload, "payload is null");
    }
  }

  /**
   * The handler threw, ran out of time or memory, or could not be loaded.
   *
   * @param type such as {@code java.lang.IllegalStateException} or {@code Sandbox.Timedout}
   * @param message one line
   * @param payload the JSON that Lambda answers in place of the handler's
   */
  record Failure(String type, String message, byte[] payload) implements InvocationResult {
    public Failure {
      requireNonNull(type, "type is null");
      requireNonNull(message, "message is null");
      requireNonNull(payload, "payload is null");
    }
  }

  /**
   * The handler was not called: no worker was to be had.
   *
   * @param reason one line
   */
  record Throttled(String reason) implements InvocationResult {
    public Throttled {
      requireNonNull(reason, "reason is null");
    }
  }

  /**
   * The handler was not called: the event is larger than Lambda takes.
   *
   * @param bytes how large it is
   */
  record TooLarge(int bytes) implements InvocationResult {}
}
