package dev.tenrec.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Halves of characters, as left behind by clients that cut a text inside an emoji. */
final class LoneSurrogates {
  private static final char REPLACEMENT = '\ufffd';

  private LoneSurrogates() {}

  /** Whether JSON that was decoded from UTF-8 can hold any: only escapes can make one. */
  static boolean possibleIn(String json) {
    for (int at = json.indexOf("\\u"); at >= 0; at = json.indexOf("\\u", at + 2)) {
      if (json.regionMatches(true, at + 2, "d", 0, 1)) {
        return true;
      }
    }
    return false;
  }

  /** The value with every lone surrogate replaced, in names too. */
  static JsonNode replace(JsonNode value) {
    return switch (value) {
      case ObjectNode object -> replaceIn(object);
      case ArrayNode array -> {
        for (int place = 0; place < array.size(); place++) {
          array.set(place, replace(array.get(place)));
        }
        yield array;
      }
      case TextNode text when isBroken(text.textValue()) ->
          TextNode.valueOf(replace(text.textValue()));
      default -> value;
    };
  }

  private static ObjectNode replaceIn(ObjectNode object) {
    // A copy, since the entries of the object itself go with its fields.
    List<Map.Entry<String, JsonNode>> fields = new ArrayList<>(object.properties());
    object.removeAll();
    fields.forEach(field -> object.set(replace(field.getKey()), replace(field.getValue())));
    return object;
  }

  private static String replace(String text) {
    StringBuilder whole = new StringBuilder(text.length());
    text.codePoints()
        .forEach(point -> whole.appendCodePoint(isSurrogate(point) ? REPLACEMENT : point));
    return whole.toString();
  }

  private static boolean isBroken(String text) {
    return text.codePoints().anyMatch(LoneSurrogates::isSurrogate);
  }

  private static boolean isSurrogate(int point) {
    return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
  }
}
