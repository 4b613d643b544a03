package dev.tenrec.errors.sourcemap;

/** Reads the base64 variable-length numbers of a mapping, one after the other. */
final class Vlq {
  private static final int CONTINUES = 0b100000;
  private static final int DIGIT_BITS = 5;
  private static final int LARGEST_SHIFT = 30;

  private final String text;
  private int position;

  Vlq(String text) {
    this.text = text;
  }

  boolean atEnd() {
    return position == text.length();
  }

  char peek() {
    return text.charAt(position);
  }

  void skip() {
    position++;
  }

  /** Whether another number of the same segment follows. */
  boolean hasNumber() {
    return !atEnd() && peek() != ',' && peek() != ';';
  }

  int next() {
    int value = 0;
    for (int shift = 0; ; shift += DIGIT_BITS) {
      if (atEnd() || shift > LARGEST_SHIFT) {
        throw new SourceMapException("mappings is cut off at character " + position);
      }
      int digit = digit(text.charAt(position++));
      value |= (digit & ~CONTINUES) << shift;
      if ((digit & CONTINUES) == 0) {
        return (value & 1) == 1 ? -(value >>> 1) : value >>> 1;
      }
    }
  }

  private int digit(char character) {
    if (character >= 'A' && character <= 'Z') {
      return character - 'A';
    }
    if (character >= 'a' && character <= 'z') {
      return character - 'a' + 26;
    }
    if (character >= '0' && character <= '9') {
      return character - '0' + 52;
    }
    return switch (character) {
      case '+' -> 62;
      case '/' -> 63;
      default ->
          throw new SourceMapException(
              "mappings has '" + character + "' at character " + (position - 1));
    };
  }
}
