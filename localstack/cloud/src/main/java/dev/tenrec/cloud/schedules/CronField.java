package dev.tenrec.cloud.schedules;

import java.util.BitSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A field of a cron expression: values, ranges, steps and lists of them. */
final class CronField {
  private static final Pattern PART = Pattern.compile("(\\*|(\\d+)(?:-(\\d+))?)(?:/(\\d+))?");

  private final BitSet values;

  private CronField(BitSet values) {
    this.values = values;
  }

  static CronField parse(String name, String text, int lowest, int highest) {
    BitSet values = new BitSet(highest + 1);
    for (String part : text.split(",", -1)) {
      Matcher matcher = PART.matcher(part);
      if (!matcher.matches()) {
        throw wrong(name, text, lowest, highest);
      }
      boolean every = matcher.group(1).equals("*");
      int from = every ? lowest : Integer.parseInt(matcher.group(2));
      int to = from;
      if (matcher.group(3) != null) {
        to = Integer.parseInt(matcher.group(3));
      } else if (every || matcher.group(4) != null) {
        to = highest;
      }
      int step = matcher.group(4) == null ? 1 : Integer.parseInt(matcher.group(4));
      if (from < lowest || to > highest || from > to || step == 0) {
        throw wrong(name, text, lowest, highest);
      }
      for (int value = from; value <= to; value += step) {
        values.set(value);
      }
    }
    return new CronField(values);
  }

  boolean holds(int value) {
    return values.get(value);
  }

  private static IllegalArgumentException wrong(String name, String text, int lowest, int highest) {
    return new IllegalArgumentException(
        "The "
            + name
            + " of a cron expression are "
            + text
            + ": write * or numbers from "
            + lowest
            + " to "
            + highest
            + ", as 1,5 or 1-5 or 0/15");
  }
}
