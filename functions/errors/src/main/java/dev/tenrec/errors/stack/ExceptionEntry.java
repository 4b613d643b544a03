package dev.tenrec.errors.stack;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * One exception of a chain.
 *
 * @param type its class or name
 * @param value its message
 * @param handled whether the program dealt with it
 * @param frames outermost caller first, crash site last
 * @param original what the SDK sent, for all that is not read here
 */
public record ExceptionEntry(
    String type, String value, boolean handled, List<Frame> frames, ObjectNode original) {
  public ExceptionEntry {
    requireNonNull(type, "type is null");
    requireNonNull(value, "value is null");
    requireNonNull(original, "original is null");
    frames = List.copyOf(frames);
  }

  /** This exception with other frames. */
  public ExceptionEntry withFrames(List<Frame> changed) {
    return new ExceptionEntry(type, value, handled, changed, original);
  }

  ObjectNode json() {
    ObjectNode json = original.deepCopy();
    json.put("type", type).put("value", value);
    if (!frames.isEmpty()) {
      ObjectNode stacktrace = json.putObject("stacktrace").put("type", "resolved");
      var list = stacktrace.putArray("frames");
      frames.forEach(frame -> list.add(frame.json()));
    }
    return json;
  }
}
