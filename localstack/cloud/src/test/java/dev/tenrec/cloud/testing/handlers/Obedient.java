package dev.tenrec.cloud.testing.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Does what the event says in plain text, such as {@code env NAME} or {@code sleep 5000}. */
public final class Obedient implements RequestStreamHandler {
  private static int invocations;
  private final List<byte[]> hoard = new ArrayList<>();

  public Obedient() {
    if (System.getenv("FAIL_AT_START") != null) {
      throw new IllegalStateException("told to fail at the start");
    }
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    String[] words = new String(input.readAllBytes(), StandardCharsets.UTF_8).split(" ", 2);
    String argument = words.length > 1 ? words[1] : "";
    String answer =
        switch (words[0]) {
          case "echo" -> argument;
          case "env" -> String.valueOf(System.getenv(argument));
          case "env-by-reference" -> Optional.of(argument).map(System::getenv).orElse("not there");
          case "env-of-all" -> String.valueOf(System.getenv().get(argument));
          case "count" -> "" + ++invocations;
          case "pid" -> "" + ProcessHandle.current().pid();
          case "memory" -> "" + Runtime.getRuntime().maxMemory();
          case "remaining" -> "" + context.getRemainingTimeInMillis();
          case "arn" -> context.getInvokedFunctionArn();
          case "large" -> "x".repeat(Integer.parseInt(argument));
          case "read" -> Files.readString(Path.of(argument));
          case "print" -> {
            System.out.println(argument);
            context.getLogger().log("logged " + argument);
            yield "printed";
          }
          case "sleep" -> {
            try {
              Thread.sleep(Long.parseLong(argument));
            } catch (InterruptedException e) {
              throw new IOException(e);
            }
            yield "slept";
          }
          case "throw" -> throw new IllegalArgumentException(argument);
          case "exit" -> {
            Runtime.getRuntime().halt(Integer.parseInt(argument));
            yield "never";
          }
          case "hoard" -> {
            while (true) {
              hoard.add(new byte[10_000_000]);
            }
          }
          default -> "unknown";
        };
    output.write(answer.getBytes(StandardCharsets.UTF_8));
  }
}
