package dev.tenrec.api.recordings;

import dev.tenrec.http.ApiException;
import dev.tenrec.http.HttpRequest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which recordings a list is about, by when they began: {@code date_from} (three days ago) to
 * {@code date_to} (now), each a time, a date, or a distance such as {@code -7d}.
 *
 * @param from the earliest beginning
 * @param to the latest beginning
 */
record RecordingDates(Instant from, Instant to) {
  // As long as recordings are kept, and some days.
  private static final Duration FURTHEST = Duration.ofDays(40);
  private static final Pattern DISTANCE = Pattern.compile("-([0-9]{1,4})([hdw])");

  static RecordingDates of(HttpRequest request, Instant now) {
    Instant from =
        text(request, "date_from")
            .map(text -> text.equals("all") ? now.minus(FURTHEST) : time("date_from", text, now))
            .orElse(now.minus(Duration.ofDays(3)));
    Instant to =
        text(request, "date_to")
            .map(text -> isDate(text) ? endOf(text) : time("date_to", text, now))
            .orElse(now.plus(Duration.ofDays(1)));
    Instant earliest = now.minus(FURTHEST);
    return new RecordingDates(from.isBefore(earliest) ? earliest : from, to);
  }

  boolean contain(long milliseconds) {
    return milliseconds >= from.toEpochMilli() && milliseconds <= to.toEpochMilli();
  }

  /** The first day on which such a recording can have come in. */
  LocalDate firstDay() {
    return day(from).minusDays(1);
  }

  /** The last day; a recording may come in later than it began. */
  LocalDate lastDay() {
    LocalDate last = day(to).plusDays(1);
    LocalDate furthest = day(from.plus(FURTHEST)).plusDays(2);
    return last.isAfter(furthest) ? furthest : last;
  }

  private static LocalDate day(Instant instant) {
    return instant.atZone(ZoneOffset.UTC).toLocalDate();
  }

  private static Optional<String> text(HttpRequest request, String name) {
    return request.parameter(name).filter(text -> !text.isBlank());
  }

  private static boolean isDate(String text) {
    return text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  }

  private static Instant endOf(String date) {
    return time("date_to", date, Instant.EPOCH).plus(Duration.ofDays(1)).minusMillis(1);
  }

  private static Instant time(String name, String text, Instant now) {
    Matcher distance = DISTANCE.matcher(text);
    if (distance.matches()) {
      int count = Integer.parseInt(distance.group(1));
      return now.minus(
          switch (distance.group(2)) {
            case "h" -> Duration.ofHours(count);
            case "d" -> Duration.ofDays(count);
            default -> Duration.ofDays(7L * count);
          });
    }
    try {
      return isDate(text)
          ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
          : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException unreadable) {
      throw ApiException.invalid(
          name,
          "invalid",
          "%s is \"%s\": write a time such as 2026-03-01T12:00:00Z, a date, or -7d"
              .formatted(name, text));
    }
  }
}
