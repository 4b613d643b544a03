package dev.tenrec.cloud.runtime;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.LambdaRuntime;
import com.amazonaws.services.lambda.runtime.api.client.EventHandlerLoader;
import com.amazonaws.services.lambda.runtime.api.client.HandlerInfo;
import com.amazonaws.services.lambda.runtime.api.client.LambdaRequestHandler;
import com.amazonaws.services.lambda.runtime.api.client.LambdaRequestHandler.UserFaultHandler;
import com.amazonaws.services.lambda.runtime.api.client.UserFault;
import com.amazonaws.services.lambda.runtime.api.client.runtimeapi.dto.InvocationRequest;
import java.lang.reflect.Field;

/** A function's handler, found, constructed and fed by AWS's own code. Use it from one thread. */
final class LoadedHandler {
  private final LambdaRequestHandler handler;

  private LoadedHandler(LambdaRequestHandler handler) {
    this.handler = handler;
  }

  /**
   * Loads and constructs the handler.
   *
   * @param name {@code package.Class} or {@code package.Class::method}
   */
  static LoadedHandler load(String name) throws HandlerFailure {
    try {
      printLogLines();
      HandlerInfo info = HandlerInfo.fromString(name, LoadedHandler.class.getClassLoader());
      LambdaRequestHandler handler = EventHandlerLoader.loadEventHandler(info);
      if (handler instanceof UserFaultHandler failed) {
        throw failed.fault;
      }
      return new LoadedHandler(handler);
    } catch (UserFault fault) {
      throw new HandlerFailure(new IllegalStateException(fault.reportableError()));
    } catch (Throwable failure) {
      throw new HandlerFailure(failure);
    }
  }

  byte[] call(Invocation invocation) throws HandlerFailure {
    InvocationRequest request = new InvocationRequest();
    request.setId(invocation.id());
    request.setInvokedFunctionArn(invocation.functionArn());
    request.setDeadlineTimeInMs(invocation.deadlineMillis());
    request.setContent(invocation.payload());
    try {
      return handler.call(request).toByteArray();
    } catch (Throwable failure) {
      Throwable cause = failure;
      if (failure instanceof UserFault && failure.getCause() != null) {
        cause = failure.getCause();
      }
      printFailure(invocation, cause);
      throw new HandlerFailure(cause);
    }
  }

  // The interface client replaces the logger in the same way; the default one ends no lines.
  private static void printLogLines() throws ReflectiveOperationException {
    LambdaLogger logger =
        new LambdaLogger() {
          @Override
          public void log(String message) {
            System.out.print(message.endsWith("\n") ? message : message + "\n");
            System.out.flush();
          }

          @Override
          public void log(byte[] message) {
            log(new String(message, java.nio.charset.StandardCharsets.UTF_8));
          }
        };
    Field field = LambdaRuntime.class.getDeclaredField("logger");
    field.setAccessible(true);
    field.set(null, logger);
  }

  private static void printFailure(Invocation invocation, Throwable failure) {
    System.err.println("Invocation " + invocation.id() + " failed:");
    failure.printStackTrace();
  }
}
