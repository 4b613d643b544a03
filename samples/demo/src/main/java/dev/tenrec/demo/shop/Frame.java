package dev.tenrec.demo.shop;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A place in code.
 *
 * @param platform whose code it is
 * @param file as the SDK of that platform names it
 * @param module empty where the platform has none
 * @param column 0 where the platform does not know it
 * @param ours whether the shop's people wrote it
 * @param source the lines around it, it in their middle; none where they are not known
 */
record Frame(
    String platform,
    String file,
    String module,
    String function,
    int line,
    int column,
    boolean ours,
    List<String> source) {
  private static final String ASSETS = "https://" + Page.HOST + "/assets/";

  Frame {
    source = List.copyOf(source);
    if (!source.isEmpty() && source.size() % 2 == 0) {
      throw new IllegalArgumentException(
          "source has %d lines: give as many before the frame's as after".formatted(source.size()));
    }
  }

  static Frame script(String file, String function, int line, int column) {
    return new Frame("web:javascript", ASSETS + file, "", function, line, column, true, List.of());
  }

  static Frame node(String file, String function, int line, int column, String... source) {
    boolean ours = !file.startsWith("node:") && !file.contains("node_modules");
    return new Frame("node:javascript", file, "", function, line, column, ours, List.of(source));
  }

  static Frame python(String file, String module, String function, int line, String... source) {
    boolean ours = !file.contains("site-packages");
    return new Frame("python", file, module, function, line, 0, ours, List.of(source));
  }

  static Frame java(String file, String module, String function, int line) {
    boolean ours = module.startsWith("example.");
    return new Frame("java", file, module, function, line, 0, ours, List.of());
  }

  ObjectNode json() {
    ObjectNode frame = JsonNodeFactory.instance.objectNode();
    frame
        .put("platform", platform)
        .put("filename", file)
        .put("function", function)
        .put("lineno", line)
        .put("in_app", ours);
    if (!module.isEmpty()) {
      frame.put("module", module);
    }
    if (column > 0) {
      frame.put("colno", column);
    }
    if (!source.isEmpty()) {
      int middle = source.size() / 2;
      frame.put("context_line", source.get(middle));
      ArrayNode before = frame.putArray("pre_context");
      source.subList(0, middle).forEach(before::add);
      ArrayNode after = frame.putArray("post_context");
      source.subList(middle + 1, source.size()).forEach(after::add);
    }
    return frame;
  }
}
