package dev.tenrec.flags.property;

import com.fasterxml.jackson.databind.JsonNode;

/** Says an operator and its value in words. */
final class Wording {
  private Wording() {}

  static String of(String operator, JsonNode value) {
    String words =
        switch (operator) {
          case "exact" -> " is";
          case "is_not" -> " is not";
          case "is_set" -> " is set";
          case "is_not_set" -> " is not set";
          case "icontains", "icontains_multi" -> " contains";
          case "not_icontains", "not_icontains_multi" -> " does not contain";
          case "gt" -> " >";
          case "gte" -> " ≥";
          case "lt" -> " <";
          case "lte" -> " ≤";
          default -> " " + operator.replace('_', ' ');
        };
    return operator.endsWith("_set") ? words : words + " " + value;
  }
}
