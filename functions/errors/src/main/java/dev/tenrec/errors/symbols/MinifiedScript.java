package dev.tenrec.errors.symbols;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A minified script, searched for the declarations of its functions. This is no parser: it
 * recognises how minifiers write functions, and finds nothing rather than something wrong.
 *
 * @param text the script
 */
record MinifiedScript(String text) {
  private static final int LONGEST_PARAMETERS = 2_000;

  MinifiedScript {
    requireNonNull(text, "text is null");
  }

  /**
   * The name of the last function of that name that is declared before a place.
   *
   * @param name the function's name in this script
   * @param line from 1
   * @param column from 1
   */
  Optional<Place> declaration(String name, int line, int column) {
    int lineStart = lineStart(line);
    if (name.isEmpty() || lineStart < 0) {
      return Optional.empty();
    }
    int from = Math.min(text.length(), lineStart + column - 1);
    for (int at = text.lastIndexOf(name, from); at >= 0; at = text.lastIndexOf(name, at - 1)) {
      if (isWord(at, name.length()) && isDeclaration(at, at + name.length())) {
        return Optional.of(place(at));
      }
    }
    return Optional.empty();
  }

  private boolean isWord(int start, int length) {
    return (start == 0 || !isPart(text.charAt(start - 1)))
        && (start + length == text.length() || !isPart(text.charAt(start + length)));
  }

  private boolean isDeclaration(int start, int end) {
    String before = text.substring(Math.max(0, start - 10), start).stripTrailing();
    if (before.endsWith("function") || before.endsWith("function*")) {
      return true;
    }
    int next = skipSpaces(end);
    if (next >= text.length()) {
      return false;
    }
    return switch (text.charAt(next)) {
      case '=' -> isFunction(next + 1);
      case ':' -> isFunction(next + 1);
      case '(' -> isBody(afterParameters(next));
      default -> false;
    };
  }

  /** Whether a function expression begins here. */
  private boolean isFunction(int from) {
    int at = skipSpaces(from);
    if (text.startsWith("async", at)) {
      at = skipSpaces(at + "async".length());
    }
    if (text.startsWith("function", at)) {
      return true;
    }
    int after = at;
    if (at < text.length() && text.charAt(at) == '(') {
      after = afterParameters(at);
    } else {
      while (after < text.length() && isPart(text.charAt(after))) {
        after++;
      }
    }
    return after > at && text.startsWith("=>", skipSpaces(after));
  }

  /** Whether a method's body begins here. */
  private boolean isBody(int from) {
    int at = skipSpaces(from);
    return from > 0 && at < text.length() && text.charAt(at) == '{';
  }

  /** The place after the bracket that closes the one here; 0 when there is none. */
  private int afterParameters(int open) {
    int depth = 0;
    int end = Math.min(text.length(), open + LONGEST_PARAMETERS);
    for (int at = open; at < end; at++) {
      char here = text.charAt(at);
      if (here == '(') {
        depth++;
      } else if (here == ')' && --depth == 0) {
        return at + 1;
      }
    }
    return 0;
  }

  private int skipSpaces(int from) {
    int at = from;
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isPart(char c) {
    return Character.isJavaIdentifierPart(c);
  }

  private int lineStart(int line) {
    int start = 0;
    for (int i = 1; i < line; i++) {
      start = text.indexOf('\n', start) + 1;
      if (start == 0) {
        return -1;
      }
    }
    return line < 1 ? -1 : start;
  }

  private Place place(int offset) {
    int line = 1;
    int start = 0;
    for (int end = text.indexOf('\n'); end >= 0 && end < offset; end = text.indexOf('\n', start)) {
      start = end + 1;
      line++;
    }
    return new Place(line, offset - start + 1);
  }

  /**
   * A place in the script.
   *
   * @param line from 1
   * @param column from 1
   */
  record Place(int line, int column) {}
}
