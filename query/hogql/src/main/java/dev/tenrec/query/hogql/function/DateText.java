package dev.tenrec.query.hogql.function;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads dates and times that a query has written as text. */
public final class DateText {
  private static final Pattern PATTERN =
      Pattern.compile(
          "\\s*(\\d{4})-(\\d{1,2})-(\\d{1,2})"
              + "(?:[T ](\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d{1,9}))?)?)?"
              + "\\s*(Z|[+-]\\d{2}(?::?\\d{2})?)?\\s*",
          Pattern.CASE_INSENSITIVE);

  private DateText() {}

  /** The point in time; without an offset the text is meant in {@code zone}. */
  public static Optional<Instant> moment(String text, ZoneId zone) {
    Matcher matcher = PATTERN.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      LocalDateTime local = local(matcher);
      return Optional.of(
          matcher.group(8) == null
              ? local.atZone(zone).toInstant()
              : local.toInstant(offset(matcher.group(8))));
    } catch (DateTimeException impossible) {
      return Optional.empty();
    }
  }

  /** The day that the text begins with. */
  public static Optional<LocalDate> day(String text) {
    Matcher matcher = PATTERN.matcher(text);
    try {
      return matcher.matches() ? Optional.of(local(matcher).toLocalDate()) : Optional.empty();
    } catch (DateTimeException impossible) {
      return Optional.empty();
    }
  }

  /** Whether the text gives a day and no time of day. */
  public static boolean isDayOnly(String text) {
    Matcher matcher = PATTERN.matcher(text);
    return matcher.matches() && matcher.group(4) == null;
  }

  private static LocalDateTime local(Matcher matcher) {
    LocalDate day = LocalDate.of(number(matcher, 1), number(matcher, 2), number(matcher, 3));
    if (matcher.group(4) == null) {
      return day.atStartOfDay();
    }
    String fraction = matcher.group(7) == null ? "" : matcher.group(7);
    int nanos = Integer.parseInt((fraction + "000000000").substring(0, 6) + "000");
    return day.atTime(
        LocalTime.of(number(matcher, 4), number(matcher, 5), number(matcher, 6), nanos));
  }

  private static int number(Matcher matcher, int group) {
    return matcher.group(group) == null ? 0 : Integer.parseInt(matcher.group(group));
  }

  private static ZoneOffset offset(String text) {
    if (text.equalsIgnoreCase("Z")) {
      return ZoneOffset.UTC;
    }
    String digits = text.substring(1).replace(":", "");
    int hours = Integer.parseInt(digits.substring(0, 2));
    int minutes = digits.length() > 2 ? Integer.parseInt(digits.substring(2)) : 0;
    int sign = text.charAt(0) == '-' ? -1 : 1;
    return ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes);
  }
}
