package dev.tenrec.cloud.functions;

import java.time.Duration;

/** Something that runs one invocation at a time of one function. Used by one thread at a time. */
interface Worker extends AutoCloseable {
  /** Calls the handler; afterwards {@link #usable()} says whether the worker may be used again. */
  InvocationResult invoke(String invocationId, byte[] payload);

  /** Whether the next invocation can go here. */
  boolean usable();

  /** How long it took from nothing to ready. */
  Duration startup();

  /** Whether something is gained when it is retired rather than closed. */
  boolean learns();

  /** Lets it end in its own time, as far as it needs some; used when it is idle. */
  void retire();

  /** Ends it at once. */
  @Override
  void close();
}
