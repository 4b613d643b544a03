package dev.tenrec.cloud.functions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.tenrec.cloud.functions.InvocationResult.Failure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;

/** Makes failures in the words Lambda uses for them. */
final class Failures {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Failures() {}

  /** What a function's process reported. */
  static Failure reported(byte[] json) {
    try {
      JsonNode error = JSON.readTree(json);
      return new Failure(
          error.path("errorType").asText(), error.path("errorMessage").asText(), json);
    } catch (IOException e) {
      throw new IllegalStateException("A function's process reported broken JSON", e);
    }
  }

  static Failure timeout(String invocation, Duration timeout) {
    return of(
        "Sandbox.Timedout",
        String.format(
            Locale.ROOT,
            "RequestId: %s Error: Task timed out after %.2f seconds",
            invocation,
            timeout.toMillis() / 1000.0));
  }

  static Failure exit(String invocation, String how) {
    return of(
        "Runtime.ExitError",
        "RequestId: " + invocation + " Error: Runtime exited without providing a reason: " + how);
  }

  static Failure init(String reason) {
    return of("Runtime.InitError", reason);
  }

  static Failure answerTooLarge(int bytes, int limit) {
    return of(
        "Function.ResponseSizeTooLarge",
        "Response payload size ("
            + bytes
            + " bytes) exceeded maximum allowed payload size ("
            + limit
            + " bytes).");
  }

  private static Failure of(String type, String message) {
    String json =
        JsonNodeFactory.instance
            .objectNode()
            .put("errorMessage", message)
            .put("errorType", type)
            .toString();
    return new Failure(type, message, json.getBytes(StandardCharsets.UTF_8));
  }
}
