package dev.tenrec.cloud.functions;

import java.util.Map;

/** What brings up workers. */
interface Host extends AutoCloseable {
  /** Starts a worker and returns when its handler is constructed. */
  Worker start(FunctionDefinition function, FunctionCode code, Map<String, String> environment)
      throws WorkerStartException;

  @Override
  void close();
}
