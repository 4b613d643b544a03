package dev.tenrec.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.io.StringWriter;

/** The log line of a request that failed through our fault. */
final class FailureLine {
  private FailureLine() {}

  static String of(HttpRequest request, RuntimeException failure) {
    StringWriter trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace));
    ObjectNode line = JsonNodeFactory.instance.objectNode();
    line.put("level", "ERROR").put("message", String.valueOf(failure.getMessage()));
    line.put("method", request.method()).put("path", request.path());
    line.put("stackTrace", trace.toString());
    return line.toString() + "\n";
  }
}
