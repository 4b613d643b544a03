package dev.tenrec.cloud.front;

import dev.tenrec.cloud.functions.InvocationResult;

/** Calls a function and waits. */
public interface Invoker {
  /**
   * Calls.
   *
   * @param function its name or ARN
   */
  InvocationResult invoke(String function, byte[] event);
}
