package dev.tenrec.query.hogql.parse;

/** Takes quotes and escapes off texts and names. */
final class Quoting {
  private Quoting() {}

  /** A text or name in quotes, without them. */
  static String unquote(String quoted) {
    char quote = quoted.charAt(0);
    return unescape(quoted.substring(1, quoted.length() - 1), quote);
  }

  /** A text whose escapes are undone; a doubled {@code quote} stands for one. */
  static String unescape(String text, char quote) {
    StringBuilder plain = new StringBuilder(text.length());
    int at = 0;
    while (at < text.length()) {
      char character = text.charAt(at);
      if (character == '\\' && at + 1 < text.length()) {
        at = unescapeOne(text, at + 1, plain);
      } else {
        plain.append(character);
        boolean doubled =
            character == quote && at + 1 < text.length() && text.charAt(at + 1) == quote;
        at += doubled ? 2 : 1;
      }
    }
    return plain.toString();
  }

  private static int unescapeOne(String text, int at, StringBuilder plain) {
    char escaped = text.charAt(at);
    switch (escaped) {
      case 'n' -> plain.append('\n');
      case 't' -> plain.append('\t');
      case 'r' -> plain.append('\r');
      case 'b' -> plain.append('\b');
      case 'f' -> plain.append('\f');
      case 'v' -> plain.append('\u000B');
      case 'a' -> plain.append('\u0007');
      case '0' -> plain.append('\0');
      case '\\', '\'', '"', '`', '{', '}' -> plain.append(escaped);
      // An unknown escape is no escape: '\d' in a regular expression means what it says.
      default -> plain.append('\\').append(escaped);
    }
    return at + 1;
  }
}
