package dev.tenrec.flags.property;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.OptionalDouble;

/** Numbers in properties: JSON numbers, and text that is one. */
final class Numbers {
  private Numbers() {}

  static OptionalDouble of(JsonNode value) {
    if (value.isNumber()) {
      return OptionalDouble.of(value.doubleValue());
    }
    if (!value.isTextual()) {
      return OptionalDouble.empty();
    }
    try {
      double number = Double.parseDouble(value.textValue().strip());
      return Double.isNaN(number) ? OptionalDouble.empty() : OptionalDouble.of(number);
    } catch (NumberFormatException other) {
      return OptionalDouble.empty();
    }
  }
}
