package dev.tenrec.query.hogql.function;

import java.util.Map;

/** Patterns of formatDateTime in the letters of strftime. */
final class DatePattern {
  private static final Map<Character, String> DIFFERENT =
      Map.ofEntries(
          Map.entry('i', "%M"),
          Map.entry('M', "%B"),
          Map.entry('s', "%S"),
          Map.entry('h', "%I"),
          Map.entry('W', "%A"),
          Map.entry('F', "%Y-%m-%d"),
          Map.entry('T', "%H:%M:%S"),
          Map.entry('R', "%H:%M"),
          Map.entry('r', "%I:%M %p"),
          Map.entry('D', "%m/%d/%y"),
          Map.entry('e', "%-d"),
          Map.entry('c', "%-m"),
          Map.entry('k', "%-H"),
          Map.entry('l', "%-I"),
          Map.entry('n', "\n"),
          Map.entry('t', "\t"));

  private DatePattern() {}

  static String toStrftime(String pattern) {
    StringBuilder strftime = new StringBuilder();
    for (int index = 0; index < pattern.length(); index++) {
      char character = pattern.charAt(index);
      if (character == '%' && index + 1 < pattern.length()) {
        index++;
        char letter = pattern.charAt(index);
        strftime.append(DIFFERENT.getOrDefault(letter, "%" + letter));
      } else {
        strftime.append(character);
      }
    }
    return strftime.toString();
  }
}
