package dev.tenrec.flags.property;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** Numbers in properties: JSON numbers, and text that is a decimal one. */
final class Numbers {
  // Java itself also reads 1d, 0x1p3 and NaN, which no SDK takes for numbers.
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]{1,4})?");

  private Numbers() {}

  static OptionalDouble of(JsonNode value) {
    if (value.isNumber()) {
      return OptionalDouble.of(value.doubleValue());
    }
    String text = value.isTextual() ? value.textValue().strip() : "";
    return DECIMAL.matcher(text).matches()
        ? OptionalDouble.of(Double.parseDouble(text))
        : OptionalDouble.empty();
  }
}
