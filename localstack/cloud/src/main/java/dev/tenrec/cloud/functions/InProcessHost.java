package dev.tenrec.cloud.functions;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Runs functions inside this process, each worker in a class loader of its own: for debuggers and
 * quick tests. Here a function that runs too long is abandoned, not killed, memory is not capped,
 * and what functions print goes where this process prints.
 */
final class InProcessHost implements Host {
  private final RuntimeJars runtime;
  private final InstantSource clock;

  InProcessHost(RuntimeJars runtime, InstantSource clock) {
    this.runtime = runtime;
    this.clock = clock;
  }

  @Override
  @SuppressWarnings("unchecked")
  public Worker start(
      FunctionDefinition function, FunctionCode code, Map<String, String> environment)
      throws WorkerStartException {
    long begin = System.nanoTime();
    Map<String, String> variables = new HashMap<>(environment);
    variables.put("LAMBDA_TASK_ROOT", code.taskRoot().toString());
    try {
      FunctionClassLoader loader = new FunctionClassLoader(urls(code));
      Function<Object[], Object[]> door =
          (Function<Object[], Object[]>)
              loader.loadClass("dev.tenrec.cloud.runtime.InProcess").getConstructor().newInstance();
      return InProcessWorker.start(function, loader, door, variables, clock, begin);
    } catch (ReflectiveOperationException | IOException e) {
      throw new WorkerStartException(Failures.init("Cannot load " + function.label() + ": " + e));
    }
  }

  @Override
  public void close() {
    // Workers are closed by their pools; nothing is shared.
  }

  private URL[] urls(FunctionCode code) throws MalformedURLException {
    List<Path> jars = new ArrayList<>(runtime.jars());
    jars.addAll(code.classPath());
    URL[] urls = new URL[jars.size()];
    for (int i = 0; i < urls.length; i++) {
      urls[i] = jars.get(i).toUri().toURL();
    }
    return urls;
  }
}
