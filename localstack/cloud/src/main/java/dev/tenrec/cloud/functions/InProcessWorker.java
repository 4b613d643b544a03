package dev.tenrec.cloud.functions;

import dev.tenrec.cloud.runtime.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/** A function in a class loader of its own, called on one thread of its own. */
final class InProcessWorker implements Worker {
  private final FunctionDefinition function;
  private final FunctionClassLoader loader;
  private final Function<Object[], Object[]> door;
  private final InstantSource clock;
  private final Duration startup;
  private final ExecutorService thread;
  private volatile boolean broken;

  private InProcessWorker(
      FunctionDefinition function,
      FunctionClassLoader loader,
      Function<Object[], Object[]> door,
      InstantSource clock,
      Duration startup,
      ExecutorService thread) {
    this.function = function;
    this.loader = loader;
    this.door = door;
    this.clock = clock;
    this.startup = startup;
    this.thread = thread;
  }

  static Worker start(
      FunctionDefinition function,
      FunctionClassLoader loader,
      Function<Object[], Object[]> door,
      Map<String, String> environment,
      InstantSource clock,
      long begin)
      throws WorkerStartException, IOException {
    ExecutorService thread =
        Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("function-" + function.label()).factory());
    try {
      Object[] result =
          thread
              .submit(() -> door.apply(new Object[] {function.handler(), environment}))
              .get(120, TimeUnit.SECONDS);
      if ((byte) result[0] == Wire.READY) {
        return new InProcessWorker(
            function, loader, door, clock, Duration.ofNanos(System.nanoTime() - begin), thread);
      }
      thread.shutdownNow();
      loader.close();
      throw new WorkerStartException(Failures.reported((byte[]) result[1]));
    } catch (ExecutionException | TimeoutException e) {
      thread.shutdownNow();
      throw new WorkerStartException(Failures.init("Cannot load " + function.label() + ": " + e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new WorkerStartException(Failures.init("Interrupted"));
    }
  }

  @Override
  public InvocationResult invoke(String invocationId, byte[] payload) {
    long timeout = function.timeout().toMillis();
    Object[] call = {invocationId, function.arn(), clock.millis() + timeout, payload};
    Future<Object[]> result = thread.submit(() -> door.apply(call));
    try {
      Object[] answer = result.get(timeout, TimeUnit.MILLISECONDS);
      byte[] bytes = (byte[]) answer[1];
      return (byte) answer[0] == Wire.ANSWER
          ? new InvocationResult.Answer(bytes)
          : Failures.reported(bytes);
    } catch (TimeoutException late) {
      broken = true;
      result.cancel(true);
      return Failures.timeout(invocationId, function.timeout());
    } catch (ExecutionException e) {
      broken = true;
      return Failures.exit(invocationId, String.valueOf(e.getCause()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      broken = true;
      return Failures.exit(invocationId, "interrupted");
    }
  }

  @Override
  public boolean usable() {
    return !broken;
  }

  @Override
  public Duration startup() {
    return startup;
  }

  @Override
  public boolean learns() {
    return false;
  }

  @Override
  public void retire() {
    close();
  }

  @Override
  public void close() {
    broken = true;
    thread.shutdownNow();
    try {
      loader.close();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot close the class loader of " + function.label(), e);
    }
  }
}
