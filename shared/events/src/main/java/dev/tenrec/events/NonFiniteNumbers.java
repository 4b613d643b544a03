package dev.tenrec.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** {@code NaN} and infinities, which JSON does not have and Python writes all the same. */
final class NonFiniteNumbers {
  private NonFiniteNumbers() {}

  static boolean possibleIn(String json) {
    return json.contains("NaN") || json.contains("Infinity");
  }

  /** The value with {@code null} in their place. */
  static JsonNode replace(JsonNode value) {
    return switch (value) {
      case ObjectNode object -> {
        object.properties().forEach(field -> field.setValue(replace(field.getValue())));
        yield object;
      }
      case ArrayNode array -> {
        for (int place = 0; place < array.size(); place++) {
          array.set(place, replace(array.get(place)));
        }
        yield array;
      }
      case DoubleNode number when !Double.isFinite(number.doubleValue()) -> NullNode.getInstance();
      default -> value;
    };
  }
}
