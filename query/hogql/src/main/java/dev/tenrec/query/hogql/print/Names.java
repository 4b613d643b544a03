package dev.tenrec.query.hogql.print;

import dev.tenrec.query.hogql.grammar.HogqlLexer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Writes names and texts so that they are read back as they are. */
final class Names {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z_$][A-Za-z0-9_$]*");

  // Keywords that no place of a name confuses with their meaning.
  private static final Set<String> FREE =
      Set.of(
          "second",
          "minute",
          "hour",
          "day",
          "week",
          "month",
          "quarter",
          "year",
          "any",
          "cohort",
          "filter",
          "first",
          "last",
          "groups",
          "partition",
          "range",
          "row",
          "rows",
          "step",
          "to",
          "totals",
          "trim");
  private static final Set<String> FREE_FOR_FUNCTIONS = Set.of("left", "right", "array");
  private static final Set<String> KEYWORDS = keywords();

  private Names() {}

  /** A name, in backticks where it needs them. */
  static String name(String name) {
    if (PLAIN.matcher(name).matches() && !KEYWORDS.contains(name.toLowerCase(Locale.ROOT))) {
      return name;
    }
    return "`" + escape(name, '`') + "`";
  }

  /** A function's name, in backticks where it needs them. */
  static String function(String name) {
    return FREE_FOR_FUNCTIONS.contains(name.toLowerCase(Locale.ROOT)) ? name : name(name);
  }

  /** A text in single quotes. */
  static String text(String text) {
    return "'" + escape(text, '\'') + "'";
  }

  private static String escape(String text, char quote) {
    StringBuilder escaped = new StringBuilder(text.length());
    for (int index = 0; index < text.length(); index++) {
      char character = text.charAt(index);
      switch (character) {
        case '\\' -> escaped.append("\\\\");
        case '\n' -> escaped.append("\\n");
        case '\r' -> escaped.append("\\r");
        case '\t' -> escaped.append("\\t");
        case '\b' -> escaped.append("\\b");
        case '\f' -> escaped.append("\\f");
        case '\0' -> escaped.append("\\0");
        default -> {
          if (character == quote) {
            escaped.append('\\');
          }
          escaped.append(character);
        }
      }
    }
    return escaped.toString();
  }

  private static Set<String> keywords() {
    Set<String> keywords =
        new HashSet<>(List.of("ascending", "descending", "inf", "infinity", "nan"));
    for (int type = HogqlLexer.ALL; type <= HogqlLexer.YEAR; type++) {
      keywords.add(HogqlLexer.VOCABULARY.getSymbolicName(type).toLowerCase(Locale.ROOT));
    }
    keywords.removeAll(FREE);
    return keywords;
  }
}
