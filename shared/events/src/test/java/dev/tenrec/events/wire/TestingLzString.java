package dev.tenrec.events.wire;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Compresses to lz-string's base64 form, so that tests need no fixed samples. */
final class TestingLzString {
  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

  private final StringBuilder out = new StringBuilder();
  private final Map<String, Integer> phrases = new HashMap<>();
  private final Set<String> unannounced = new HashSet<>();
  private int next = 3;
  private int width = 2;
  private int untilWider = 2;
  private int group;
  private int filled;

  private TestingLzString() {}

  static String compress(String plain) {
    return new TestingLzString().run(plain);
  }

  private String run(String plain) {
    String phrase = "";
    for (int at = 0; at < plain.length(); at++) {
      String unit = plain.substring(at, at + 1);
      if (!phrases.containsKey(unit)) {
        phrases.put(unit, next++);
        unannounced.add(unit);
      }
      if (phrases.containsKey(phrase + unit)) {
        phrase += unit;
      } else {
        write(phrase);
        phrases.put(phrase + unit, next++);
        phrase = unit;
      }
    }
    if (!phrase.isEmpty()) {
      write(phrase);
    }
    bits(2, width);
    do {
      bits(0, 1);
    } while (filled != 0);
    return out + "=".repeat((4 - out.length() % 4) % 4);
  }

  private void write(String phrase) {
    if (unannounced.remove(phrase)) {
      char unit = phrase.charAt(0);
      bits(unit < 256 ? 0 : 1, width);
      bits(unit, unit < 256 ? 8 : 16);
      widen();
    } else {
      bits(phrases.get(phrase), width);
    }
    widen();
  }

  private void widen() {
    if (--untilWider == 0) {
      untilWider = 1 << width++;
    }
  }

  private void bits(int value, int count) {
    for (int bit = 0; bit < count; bit++) {
      group = (group << 1) | ((value >> bit) & 1);
      if (++filled == 6) {
        out.append(ALPHABET.charAt(group));
        group = 0;
        filled = 0;
      }
    }
  }
}
