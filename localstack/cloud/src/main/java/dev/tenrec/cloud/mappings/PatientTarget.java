package dev.tenrec.cloud.mappings;

import dev.tenrec.cloud.functions.InvocationResult;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Lets an invocation finish although its mapping is being stopped, for a while: a function that is
 * cut off in the middle leaves leases behind that the next start has to wait for.
 */
final class PatientTarget implements Target {
  private static final Duration GRACE = Duration.ofSeconds(10);

  private final Target target;

  PatientTarget(Target target) {
    this.target = target;
  }

  @Override
  public String arn() {
    return target.arn();
  }

  @Override
  public InvocationResult invoke(byte[] event) {
    FutureTask<InvocationResult> call = new FutureTask<>(() -> target.invoke(event));
    Thread.ofVirtual().name("invoke").start(call);
    try {
      return call.get();
    } catch (InterruptedException stopping) {
      try {
        return call.get(GRACE.toSeconds(), TimeUnit.SECONDS);
      } catch (InterruptedException | TimeoutException enough) {
        return new InvocationResult.Throttled("The mapping was stopped");
      } catch (ExecutionException e) {
        throw new IllegalStateException(e.getCause());
      } finally {
        Thread.currentThread().interrupt();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }
}
