package dev.tenrec.events.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Times in the forms that clients send: RFC 3339, dates alone, dates with slashes, RFC 2822, and
 * seconds, milliseconds, microseconds or nanoseconds since 1970. Without a zone they are UTC.
 */
final class LenientInstant {
  private static final String TIME_OF_DAY =
      "(?:[T ]\\s*(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d{1,9})\\d*)?)?\\s*"
          + "(Z|UTC|GMT|[+-]\\d{2}(?::?\\d{2})?)?)?";
  private static final Pattern YEAR_FIRST =
      Pattern.compile(
          "(?i)(?<year>[+-]?\\d{4,6})[-/](?<month>\\d{1,2})[-/](?<day>\\d{1,2})" + TIME_OF_DAY);
  private static final Pattern MONTH_FIRST =
      Pattern.compile("(?i)(?<month>\\d{1,2})/(?<day>\\d{1,2})/(?<year>\\d{4})" + TIME_OF_DAY);
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,19}(?:\\.\\d{1,9})?");
  private static final int FIRST_TIME_GROUP = 4;

  private static final BigDecimal LAST_SECOND = BigDecimal.TEN.pow(11);
  private static final int NANO_DIGITS = 9;
  private static final int LONGEST = 19;

  private LenientInstant() {}

  /** The time that a JSON string or number means; empty when it means none. */
  static Optional<Instant> read(JsonNode value) {
    if (value.isTextual()) {
      return parse(value.textValue());
    }
    return value.isNumber() ? sinceEpoch(value.decimalValue()) : Optional.empty();
  }

  /** The time that whole milliseconds since 1970 mean. */
  static Optional<Instant> ofMilliseconds(String text) {
    try {
      return Optional.of(Instant.ofEpochMilli(Long.parseLong(text.strip())));
    } catch (NumberFormatException notWhole) {
      return Optional.empty();
    }
  }

  static Optional<Instant> parse(String value) {
    String text = value.strip();
    try {
      for (Pattern form : new Pattern[] {YEAR_FIRST, MONTH_FIRST}) {
        Matcher matcher = form.matcher(text);
        if (matcher.matches()) {
          return Optional.of(instant(matcher));
        }
      }
      if (NUMBER.matcher(text).matches()) {
        return sinceEpoch(new BigDecimal(text));
      }
      return Optional.of(
          ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException | ArithmeticException noTime) {
      return Optional.empty();
    }
  }

  private static Instant instant(Matcher form) {
    LocalDateTime time =
        LocalDateTime.of(
            Integer.parseInt(form.group("year")),
            Integer.parseInt(form.group("month")),
            Integer.parseInt(form.group("day")),
            number(form.group(FIRST_TIME_GROUP)),
            number(form.group(FIRST_TIME_GROUP + 1)),
            // A leap second is the second before it: java.time knows none.
            Math.min(number(form.group(FIRST_TIME_GROUP + 2)), 59),
            nanos(form.group(FIRST_TIME_GROUP + 3)));
    return OffsetDateTime.of(time, zone(form.group(FIRST_TIME_GROUP + 4))).toInstant();
  }

  private static ZoneOffset zone(String zone) {
    return zone == null || Character.isLetter(zone.charAt(0))
        ? ZoneOffset.UTC
        : ZoneOffset.of(zone);
  }

  private static int number(String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  private static int nanos(String digits) {
    return digits == null ? 0 : Integer.parseInt((digits + "00000000").substring(0, NANO_DIGITS));
  }

  // The unit follows from the size: seconds up to the year 5138, then milliseconds, and so on.
  private static Optional<Instant> sinceEpoch(BigDecimal number) {
    // Exponents of a billion are valid JSON, and working them out would take all memory.
    if (number.precision() - number.scale() > LONGEST || number.scale() > LONGEST) {
      return Optional.empty();
    }
    BigDecimal seconds = number;
    while (seconds.abs().compareTo(LAST_SECOND) >= 0) {
      seconds = seconds.movePointLeft(3);
    }
    BigDecimal nanos = seconds.movePointRight(NANO_DIGITS).setScale(0, RoundingMode.DOWN);
    long whole = nanos.divideToIntegralValue(BigDecimal.TEN.pow(NANO_DIGITS)).longValueExact();
    return Optional.of(
        Instant.ofEpochSecond(
            whole, nanos.subtract(BigDecimal.valueOf(whole, -9)).longValueExact()));
  }
}
