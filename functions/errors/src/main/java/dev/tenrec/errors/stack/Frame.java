package dev.tenrec.errors.stack;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One frame of a stack.
 *
 * @param rawId names the frame as it was reported, the same for the same frame
 * @param platform which SDK reported it, such as {@code web:javascript}
 * @param function the function as reported, empty when unknown
 * @param source the file as reported, or as written once resolved; empty when unknown
 * @param module the module or class, empty when unknown
 * @param line from 1
 * @param column from 1
 * @param inApp whether it is the owner's code
 * @param chunkId names the symbol set that resolves it
 * @param resolved whether it says where the code was written
 * @param resolvedName the function as written
 * @param failure why it could not be resolved
 * @param context the lines around it
 */
public record Frame(
    String rawId,
    String platform,
    String function,
    String source,
    String module,
    OptionalInt line,
    OptionalInt column,
    boolean inApp,
    Optional<String> chunkId,
    boolean resolved,
    Optional<String> resolvedName,
    Optional<String> failure,
    Optional<Context> context) {
  public Frame {
    requireNonNull(rawId, "rawId is null");
    requireNonNull(platform, "platform is null");
    requireNonNull(function, "function is null");
    requireNonNull(source, "source is null");
    requireNonNull(module, "module is null");
  }

  /** The language of a platform's code. */
  public static String language(String platform) {
    return platform.contains("javascript") || platform.equals("hermes") ? "javascript" : platform;
  }

  /** Whether the platform ships code that only a source map makes readable. */
  public boolean isMinifiable() {
    return platform.equals("web:javascript")
        || platform.equals("javascript")
        || platform.equals("hermes");
  }

  /**
   * This frame at the place where its code was written.
   *
   * @param name the function as written; where it is not known the reported one will do
   */
  public Frame resolvedTo(
      String written, int writtenLine, int writtenColumn, Optional<String> name, Context around) {
    return new Frame(
        rawId,
        platform,
        function,
        written,
        module,
        OptionalInt.of(writtenLine),
        OptionalInt.of(writtenColumn),
        inApp && !written.contains("node_modules/"),
        chunkId,
        true,
        Optional.of(name.orElseGet(this::plainFunction)),
        Optional.empty(),
        Optional.of(around).filter(lines -> !lines.isEmpty()));
  }

  /** The function without what it belongs to and how it was called; empty when it has no name. */
  public String shortFunction() {
    String last = function.substring(function.lastIndexOf('.') + 1);
    last = last.substring(last.lastIndexOf(' ') + 1);
    return last.startsWith("<") ? "" : last;
  }

  private String plainFunction() {
    String name = shortFunction();
    return name.isEmpty() ? "<anonymous>" : name;
  }

  /** This frame, unresolved, with the reason. */
  public Frame unresolved(String reason) {
    return new Frame(
        rawId,
        platform,
        function,
        source,
        module,
        line,
        column,
        inApp,
        chunkId,
        false,
        resolvedName,
        Optional.of(reason),
        context);
  }

  /** The frame as the event carries it after processing. */
  public ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("raw_id", rawId)
        .put("platform", platform)
        .put("mangled_name", function)
        .put("source", source);
    json.put("module", module).put("in_app", inApp).put("resolved", resolved);
    json.put("resolved_name", resolvedName.orElse(null));
    line.ifPresentOrElse(number -> json.put("line", number), () -> json.putNull("line"));
    column.ifPresentOrElse(number -> json.put("column", number), () -> json.putNull("column"));
    json.put("lang", language(platform));
    failure.ifPresent(reason -> json.put("resolve_failure", reason));
    chunkId.ifPresent(id -> json.put("chunk_id", id));
    context.ifPresent(lines -> json.set("context", lines.json()));
    return json;
  }

  /**
   * The lines around a frame.
   *
   * @param before the lines before it, in order
   * @param line the line itself
   * @param after the lines after it, in order
   * @param first the number of the first line, from 1
   */
  public record Context(List<String> before, String line, List<String> after, int first) {
    private static final int LONGEST_LINE = 300;

    public Context {
      before = before.stream().map(Context::cut).toList();
      line = cut(line);
      after = after.stream().map(Context::cut).toList();
    }

    /** No lines. */
    public static Context none() {
      return new Context(List.of(), "", List.of(), 1);
    }

    boolean isEmpty() {
      return before.isEmpty() && line.isEmpty() && after.isEmpty();
    }

    /** The lines of a text around one of them. */
    public static Context around(String text, int line, int lines) {
      List<String> all = text.lines().toList();
      if (line < 1 || line > all.size()) {
        return none();
      }
      int from = Math.max(1, line - lines);
      int to = Math.min(all.size(), line + lines);
      return new Context(
          all.subList(from - 1, line - 1), all.get(line - 1), all.subList(line, to), from);
    }

    private JsonNode json() {
      ObjectNode json = JsonNodeFactory.instance.objectNode();
      int number = numbered(json.putArray("before"), before, first);
      json.putObject("line").put("number", number).put("line", line);
      numbered(json.putArray("after"), after, number + 1);
      return json;
    }

    private static int numbered(ArrayNode json, List<String> lines, int first) {
      int number = first;
      for (String text : lines) {
        json.addObject().put("number", number++).put("line", text);
      }
      return number;
    }

    private static String cut(String text) {
      return text.length() > LONGEST_LINE ? text.substring(0, LONGEST_LINE) : text;
    }
  }
}
