package dev.tenrec.workflows;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Lines of the log. */
final class Lines {
  private Lines() {}

  static String warning(String message) {
    return line("WARN", message).toString();
  }

  static String count(String message, String name, int count) {
    return line("INFO", message).put(name, count).toString();
  }

  private static ObjectNode line(String level, String message) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("level", level)
        .put("message", message)
        .put("Function", "workflows");
  }
}
