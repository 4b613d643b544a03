package dev.tenrec.errors.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads a frame as SDKs send it, and decides whether it is the owner's code. */
final class FrameReader {
  private FrameReader() {}

  static Frame read(ObjectNode json) {
    String platform = json.path("platform").asText("custom");
    String source = text(json, "filename", "abs_path", "source");
    String function = named(text(json, "function", "mangled_name", "symbol"));
    OptionalInt line = number(json, "lineno", "line");
    boolean minified =
        platform.equals("web:javascript")
            || platform.equals("javascript")
            || platform.equals("hermes");
    return new Frame(
        RawId.of(json),
        platform,
        function,
        source,
        text(json, "module"),
        line,
        number(json, "colno", "column"),
        inApp(json, platform, source),
        Optional.of(text(json, "chunk_id")).filter(id -> !id.isEmpty()),
        !minified && line.isPresent(),
        minified || function.isEmpty() ? Optional.empty() : Optional.of(function),
        Optional.empty(),
        context(json, line));
  }

  // What SDKs write where there is no name.
  private static String named(String function) {
    return switch (function) {
      case "?", "<anonymous>", "<unknown>" -> "";
      default -> function;
    };
  }

  private static boolean inApp(JsonNode json, String platform, String source) {
    if (json.path("in_app").isBoolean() && !json.path("in_app").booleanValue()) {
      return false;
    }
    if (platform.equals("node:javascript")) {
      return !source.contains("node_modules/") && !source.startsWith("node:");
    }
    if (platform.contains("javascript")) {
      return !source.contains("node_modules/")
          && !source.equals("<anonymous>")
          && !source.startsWith("webkit-masked-url:");
    }
    return json.path("in_app").asBoolean(true);
  }

  private static Optional<Frame.Context> context(JsonNode json, OptionalInt line) {
    String own = json.path("context_line").asText("");
    if (own.isEmpty() || line.isEmpty()) {
      return Optional.empty();
    }
    List<String> before = texts(json.path("pre_context"));
    return Optional.of(
        new Frame.Context(
            before, own, texts(json.path("post_context")), line.getAsInt() - before.size()));
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(text -> texts.add(text.asText()));
    return texts;
  }

  private static String text(JsonNode json, String... names) {
    for (String name : names) {
      if (json.path(name).isTextual()) {
        return json.path(name).textValue();
      }
    }
    return "";
  }

  private static OptionalInt number(JsonNode json, String... names) {
    for (String name : names) {
      if (json.path(name).canConvertToInt() && json.path(name).isNumber()) {
        return OptionalInt.of(json.path(name).intValue());
      }
    }
    return OptionalInt.empty();
  }
}
