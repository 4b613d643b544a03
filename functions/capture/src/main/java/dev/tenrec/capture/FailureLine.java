package dev.tenrec.capture;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.http.HttpRequest;
import dev.tenrec.streams.StreamUnavailableException;
import java.io.PrintWriter;
import java.io.StringWriter;

/** The log line of a request that could not be taken. */
final class FailureLine {
  private FailureLine() {}

  static String of(HttpRequest request, RuntimeException failure) {
    ObjectNode line = JsonNodeFactory.instance.objectNode();
    line.put("level", "ERROR").put("message", String.valueOf(failure.getMessage()));
    line.put("path", request.path()).put("bytes", request.body().length);
    line.put("trace", request.header("x-amzn-trace-id").orElse(""));
    // The stream's refusal says all in its message; where anything else happened, nobody knows yet.
    if (!(failure instanceof StreamUnavailableException)) {
      StringWriter trace = new StringWriter();
      failure.printStackTrace(new PrintWriter(trace));
      line.put("stackTrace", trace.toString());
    }
    return line.toString();
  }
}
