package dev.tenrec.query.insights.dates;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date said from now: {@code -7d}, {@code -1mStart}, {@code dEnd}. Units are s (seconds), M
 * (minutes), h, d, w, m (months), q (13 weeks) and y.
 *
 * @param amount how many units ago
 * @param unit the unit's letter
 * @param edge the beginning or the end of the unit, where it says so
 */
record RelativeDate(long amount, char unit, Optional<Edge> edge) {
  private static final Pattern FORM =
      Pattern.compile("-?([0-9]{0,6})([hdwmyqMsHDWYQ])(Start|End)?");
  private static final LocalTime LAST = LocalTime.of(23, 59, 59, 999_999_000);

  /** The two edges of a unit. */
  enum Edge {
    START,
    END
  }

  static Optional<RelativeDate> parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    char letter = form.group(2).charAt(0);
    return Optional.of(
        new RelativeDate(
            form.group(1).isEmpty() ? 0 : Long.parseLong(form.group(1)),
            letter == 'M' ? 'M' : Character.toLowerCase(letter),
            Optional.ofNullable(form.group(3))
                .map(edge -> edge.equals("Start") ? Edge.START : Edge.END)));
  }

  /** Whether the date is said in units shorter than a day, so that it is not rounded to one. */
  boolean isFine() {
    return unit == 'h' || unit == 'M' || unit == 's';
  }

  /** Whether it is the beginning of the present week, month, quarter or year. */
  boolean isSinceItsStart() {
    return amount == 0 && edge.equals(Optional.of(Edge.START)) && "wmqy".indexOf(unit) >= 0;
  }

  /** The moment it means, where weeks begin on that day. */
  ZonedDateTime from(ZonedDateTime now, DayOfWeek weekStart) {
    ZonedDateTime moved =
        switch (unit) {
          case 's' -> now.minusSeconds(amount);
          case 'M' -> now.minusMinutes(amount);
          case 'h' -> now.minusHours(amount);
          case 'd' -> now.minusDays(amount);
          case 'w' -> now.minusWeeks(amount);
          case 'm' -> now.minusMonths(amount);
          case 'q' -> now.minusWeeks(13 * amount);
          case 'y' -> now.minusYears(amount);
          default -> throw new IllegalStateException("No such unit: " + unit);
        };
    return edge.map(side -> side == Edge.START ? start(moved, weekStart) : end(moved, weekStart))
        .orElse(moved);
  }

  /** The beginning of the unit that a moment is in. */
  ZonedDateTime start(ZonedDateTime moved, DayOfWeek weekStart) {
    return switch (unit) {
      case 's' -> moved.truncatedTo(ChronoUnit.SECONDS);
      case 'M' -> moved.truncatedTo(ChronoUnit.MINUTES);
      case 'h' -> moved.truncatedTo(ChronoUnit.HOURS);
      case 'w' -> atBucket(moved, Interval.WEEK, weekStart);
      case 'm' -> atBucket(moved, Interval.MONTH, weekStart);
      case 'q' -> {
        int quarter = (moved.getMonthValue() - 1) / 3 * 3 + 1;
        yield atBucket(moved.withDayOfMonth(1).withMonth(quarter), Interval.MONTH, weekStart);
      }
      case 'y' -> atBucket(moved.withDayOfYear(1), Interval.DAY, weekStart);
      default -> atBucket(moved, Interval.DAY, weekStart);
    };
  }

  private ZonedDateTime end(ZonedDateTime moved, DayOfWeek weekStart) {
    ZonedDateTime start = start(moved, weekStart);
    return switch (unit) {
      case 's' -> start.plusSeconds(1).minusNanos(1_000);
      case 'M' -> start.plusMinutes(1).minusNanos(1_000);
      case 'h' -> start.plusHours(1).minusNanos(1_000);
      case 'w' -> start.plusDays(6).with(LAST);
      case 'm' -> start.plusMonths(1).minusDays(1).with(LAST);
      case 'q' -> start.plusMonths(3).minusDays(1).with(LAST);
      case 'y' -> start.plusYears(1).minusDays(1).with(LAST);
      default -> start.with(LAST);
    };
  }

  private static ZonedDateTime atBucket(
      ZonedDateTime moved, Interval interval, DayOfWeek weekStart) {
    return ZonedDateTime.of(interval.truncate(moved.toLocalDateTime(), weekStart), moved.getZone());
  }
}
