package dev.tenrec.flags.property;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenrec.flags.FlagException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Comparing dates: a fixed date (ISO 8601, UTC where no zone is said) or a relative one such as
 * {@code -7d}, always in the past. A property is a date when it is ISO 8601 or epoch seconds.
 */
final class DateTest {
  private static final Pattern RELATIVE = Pattern.compile("-?([0-9]{1,4})([hdwmy])");

  private DateTest() {}

  static ValueTest exact(String value, String key) {
    Function<Instant, Instant> date = date(value, key);
    return (found, now) ->
        found.flatMap(DateTest::read).filter(date.apply(now)::equals).isPresent();
  }

  static ValueTest before(String value, String key) {
    Function<Instant, Instant> date = date(value, key);
    return (found, now) ->
        found.flatMap(DateTest::read).filter(read -> read.isBefore(date.apply(now))).isPresent();
  }

  static ValueTest after(String value, String key) {
    Function<Instant, Instant> date = date(value, key);
    return (found, now) ->
        found.flatMap(DateTest::read).filter(read -> read.isAfter(date.apply(now))).isPresent();
  }

  private static Function<Instant, Instant> date(String value, String key) {
    Matcher relative = RELATIVE.matcher(value);
    if (relative.matches()) {
      int amount = Integer.parseInt(relative.group(1));
      ChronoUnit unit =
          switch (relative.group(2)) {
            case "h" -> ChronoUnit.HOURS;
            case "d" -> ChronoUnit.DAYS;
            case "w" -> ChronoUnit.WEEKS;
            case "m" -> ChronoUnit.MONTHS;
            default -> ChronoUnit.YEARS;
          };
      return now -> now.atOffset(ZoneOffset.UTC).minus(amount, unit).toInstant();
    }
    Instant fixed =
        iso(value)
            .orElseThrow(
                () ->
                    new FlagException(
                        "filters__groups__properties",
                        "value is \""
                            + value
                            + "\": property "
                            + key
                            + " is compared with a date such as 2026-01-31 or -7d."));
    return _ -> fixed;
  }

  private static Optional<Instant> read(JsonNode value) {
    var seconds = Numbers.of(value);
    if (seconds.isPresent()) {
      double epoch = seconds.getAsDouble();
      return Math.abs(epoch) < 1e12
          ? Optional.of(Instant.ofEpochMilli(Math.round(epoch * 1000)))
          : Optional.empty();
    }
    return iso(value.asText(""));
  }

  private static Optional<Instant> iso(String text) {
    String trimmed = text.strip().replace(' ', 'T');
    try {
      if (trimmed.length() == 10) {
        return Optional.of(LocalDate.parse(trimmed).atStartOfDay(ZoneOffset.UTC).toInstant());
      }
      if (trimmed.matches(".*T.*(Z|[+-][0-9:]+)")) {
        return Optional.of(OffsetDateTime.parse(trimmed).toInstant());
      }
      return Optional.of(LocalDateTime.parse(trimmed).toInstant(ZoneOffset.UTC));
    } catch (DateTimeException other) {
      return Optional.empty();
    }
  }
}
