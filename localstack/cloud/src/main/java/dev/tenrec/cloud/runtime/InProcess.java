package dev.tenrec.cloud.runtime;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;

/**
 * A function inside the local cloud's own process. Made in the function's class loader, called from
 * outside, so only types of the JDK cross: the first call takes the handler's name and the
 * environment, each further one an invocation; the answer is a {@link Wire} kind and its bytes.
 */
public final class InProcess implements Function<Object[], Object[]> {
  private LoadedHandler handler;

  @Override
  @SuppressWarnings("unchecked")
  public Object[] apply(Object[] call) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(InProcess.class.getClassLoader());
    try {
      return handler == null
          ? load((String) call[0], (Map<String, String>) call[1])
          : invoke(
              new Invocation((String) call[0], (String) call[1], (Long) call[2], (byte[]) call[3]));
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private Object[] load(String name, Map<String, String> environment) {
    Environment.set(environment);
    try {
      handler = LoadedHandler.load(name);
      return new Object[] {Wire.READY, new byte[0]};
    } catch (HandlerFailure failure) {
      return new Object[] {Wire.INIT_FAILED, failure.json().getBytes(StandardCharsets.UTF_8)};
    }
  }

  private Object[] invoke(Invocation invocation) {
    try {
      return new Object[] {Wire.ANSWER, handler.call(invocation)};
    } catch (HandlerFailure failure) {
      return new Object[] {Wire.FAILED, failure.json().getBytes(StandardCharsets.UTF_8)};
    }
  }
}
