package dev.tenrec.events.wire;

import java.util.ArrayList;
import java.util.List;

/**
 * Decompresses lz-string's base64 form: LZ78 over UTF-16 units, codes of growing width written
 * least significant bit first into groups of six bits. Two codes announce a new character (of 8 or
 * of 16 bits), one the end.
 */
final class LzString {
  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=";
  private static final int BITS_PER_CHARACTER = 6;
  private static final int NEW_BYTE = 0;
  private static final int NEW_UNIT = 1;
  private static final int END = 2;

  private final String text;
  private final List<String> phrases = new ArrayList<>(List.of("", "", ""));
  private int position;
  private int value;
  private int mask;

  private LzString(String text) {
    this.text = text;
  }

  /** The text that was compressed, of at most {@code limit} units. */
  static String decompress(String base64, int limit) throws RefusedException {
    return new LzString(base64).decompress(limit);
  }

  private String decompress(int limit) throws RefusedException {
    int width = 3;
    int untilWider = 4;
    String previous = first();
    StringBuilder plain = new StringBuilder(previous);
    if (previous.isEmpty()) {
      return "";
    }
    phrases.add(previous);
    while (true) {
      int code = bits(width);
      if (code == END) {
        return plain.toString();
      }
      if (code == NEW_BYTE || code == NEW_UNIT) {
        phrases.add(unit(code));
        code = phrases.size() - 1;
        if (--untilWider == 0) {
          untilWider = 1 << width++;
        }
      }
      String phrase = phrase(code, previous);
      if (plain.length() + phrase.length() > limit) {
        throw Encoding.tooLarge();
      }
      plain.append(phrase);
      phrases.add(previous + phrase.charAt(0));
      previous = phrase;
      if (--untilWider == 0) {
        untilWider = 1 << width++;
      }
    }
  }

  private String first() throws RefusedException {
    int code = bits(2);
    return code == END ? "" : unit(code);
  }

  private String unit(int code) throws RefusedException {
    return switch (code) {
      case NEW_BYTE -> String.valueOf((char) bits(8));
      case NEW_UNIT -> String.valueOf((char) bits(16));
      default -> throw broken();
    };
  }

  // A code may name the phrase that it is about to make.
  private String phrase(int code, String previous) throws RefusedException {
    if (code < phrases.size()) {
      return phrases.get(code);
    }
    if (code == phrases.size()) {
      return previous + previous.charAt(0);
    }
    throw broken();
  }

  private int bits(int count) throws RefusedException {
    int bits = 0;
    for (int bit = 0; bit < count; bit++) {
      if (mask == 0) {
        value = position < text.length() ? ALPHABET.indexOf(text.charAt(position++)) : -1;
        if (value < 0) {
          throw broken();
        }
        mask = 1 << (BITS_PER_CHARACTER - 1);
      }
      bits |= (value & mask) == 0 ? 0 : 1 << bit;
      mask >>= 1;
    }
    return bits;
  }

  private RefusedException broken() {
    return new RefusedException(
        400, "invalid_compression", "The payload is not lz64: it breaks at character " + position);
  }
}
