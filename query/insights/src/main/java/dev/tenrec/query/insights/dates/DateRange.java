package dev.tenrec.query.insights.dates;

import static java.util.Objects.requireNonNull;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The time an insight looks at: from a moment up to and including another, in the project's zone.
 *
 * @param from the first moment
 * @param to the last moment
 * @param weekStart the first day of the project's weeks
 */
public record DateRange(ZonedDateTime from, ZonedDateTime to, DayOfWeek weekStart) {
  private static final LocalTime LAST = LocalTime.of(23, 59, 59, 999_999_000);
  private static final String DEFAULT_FROM = "-7d";

  public DateRange {
    requireNonNull(from, "from is null");
    requireNonNull(to, "to is null");
    requireNonNull(weekStart, "weekStart is null");
    if (from.isAfter(to)) {
      throw new DateException(
          "date_from (" + from + ") is after date_to (" + to + "): exchange them");
    }
  }

  /**
   * The range that a query says.
   *
   * @param text what the query says
   * @param interval the length of a bucket
   * @param today what relative dates count from
   * @param earliest the project's first event, what {@code all} begins with
   * @throws DateException when a date cannot be understood
   */
  public static DateRange resolve(Text text, Interval interval, Today today, Instant earliest) {
    return new DateRange(from(text, today, earliest), to(text, interval, today), today.weekStart());
  }

  /**
   * The moment that one date means, exactly: a relative date counts from now, a day without a time
   * is its first moment.
   *
   * @throws DateException when it cannot be understood
   */
  public static Instant moment(String said, Today today) {
    return RelativeDate.parse(said)
        .map(relative -> relative.from(today.here(), today.weekStart()))
        .orElseGet(() -> absolute(said, today.zone()).start())
        .toInstant();
  }

  /**
   * The range before this one, which it is compared with: one of the same length, or the whole
   * week, month, quarter or year before the one that has begun.
   */
  public DateRange previous(Text text, Interval interval) {
    Optional<RelativeDate> relative =
        text.from().or(() -> Optional.of(DEFAULT_FROM)).flatMap(RelativeDate::parse);
    if (relative.isPresent() && relative.get().isSinceItsStart() && text.to().isEmpty()) {
      ZonedDateTime last = from.minusNanos(1_000);
      return new DateRange(relative.get().start(last, weekStart), last, weekStart);
    }
    Duration length = Duration.between(from.toLocalDateTime(), to.toLocalDateTime());
    LocalDateTime start = from.toLocalDateTime().minus(length);
    boolean wholeDays = interval.compareTo(Interval.DAY) >= 0;
    if (wholeDays) {
      // A range of n days ends a microsecond before a day does: the days before it are n as well.
      long days = length.plus(Duration.ofMillis(1)).toDays();
      boolean weeks =
          text.to().isEmpty()
              && relative.filter(date -> date.unit() == 'd' && date.amount() % 7 == 0).isPresent();
      // -7d and today are eight days; moved by seven, each day meets the same weekday.
      long back = weeks ? days - 1 : Math.max(1, days);
      start = from.toLocalDateTime().minusDays(back);
    }
    ZonedDateTime earlier = ZonedDateTime.of(start, from.getZone());
    return new DateRange(earlier, ZonedDateTime.of(start.plus(length), from.getZone()), weekStart);
  }

  /** This range with the whole of the week or month that it begins in. */
  public DateRange fromBucketStart(Interval interval) {
    return switch (interval) {
      case MINUTE, HOUR, DAY -> this;
      case WEEK, MONTH ->
          new DateRange(
              interval.truncate(from.toLocalDateTime(), weekStart).atZone(from.getZone()),
              to,
              weekStart);
    };
  }

  /**
   * A range of the same length that begins so much earlier, such as {@code -1w}.
   *
   * @throws DateException when it cannot be understood
   */
  public DateRange movedBy(String said) {
    ZonedDateTime earlier =
        RelativeDate.parse(said)
            .orElseThrow(
                () ->
                    new DateException(
                        "compare_to is \"" + said + "\": write one such as -1w, -1m or -30d"))
            .from(from, weekStart);
    Duration length = Duration.between(from.toLocalDateTime(), to.toLocalDateTime());
    return new DateRange(
        earlier,
        ZonedDateTime.of(earlier.toLocalDateTime().plus(length), from.getZone()),
        weekStart);
  }

  private static ZonedDateTime from(Text text, Today today, Instant earliest) {
    String said = text.from().orElse(DEFAULT_FROM);
    if (said.equals("all")) {
      return earliest.atZone(today.zone()).truncatedTo(ChronoUnit.DAYS);
    }
    Optional<RelativeDate> relative = RelativeDate.parse(said);
    if (relative.isEmpty()) {
      return absolute(said, today.zone()).start();
    }
    ZonedDateTime moment = relative.get().from(today.here(), today.weekStart());
    if (text.explicit()) {
      return moment;
    }
    return switch (relative.get().unit()) {
      case 'h' -> moment.truncatedTo(ChronoUnit.HOURS);
      case 'M', 's' -> moment.truncatedTo(ChronoUnit.MINUTES);
      default -> moment.truncatedTo(ChronoUnit.DAYS);
    };
  }

  private static ZonedDateTime to(Text text, Interval interval, Today today) {
    if (text.to().isEmpty()) {
      return text.explicit() ? today.here() : today.here().with(LAST);
    }
    String said = text.to().get();
    Optional<RelativeDate> relative = RelativeDate.parse(said);
    if (relative.isEmpty()) {
      return absolute(said, today.zone()).end();
    }
    ZonedDateTime moment = relative.get().from(today.here(), today.weekStart());
    if (text.explicit()) {
      return moment;
    }
    boolean byTheHour = interval.compareTo(Interval.HOUR) <= 0 && relative.get().isFine();
    return byTheHour
        ? moment.truncatedTo(ChronoUnit.HOURS).plusHours(1).minusNanos(1_000)
        : moment.with(LAST);
  }

  private static Absolute absolute(String said, ZoneId zone) {
    String text = said.strip().replace(' ', 'T');
    try {
      if (text.matches("[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}")) {
        String[] parts = text.split("-");
        LocalDate day =
            LocalDate.of(
                Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
        return new Absolute(day.atStartOfDay(zone), day.atTime(LAST).atZone(zone));
      }
      ZonedDateTime moment =
          text.matches(".*T.*(Z|[+-][0-9:]+)")
              ? OffsetDateTime.parse(text).atZoneSameInstant(zone)
              : LocalDateTime.parse(text).atZone(zone);
      return new Absolute(moment, moment);
    } catch (DateTimeException unknown) {
      throw new DateException(
          "\""
              + said
              + "\" is not a date: write one such as 2026-01-31, 2026-01-31T12:00:00Z, -7d or"
              + " mStart");
    }
  }

  /** A date said outright; a day without a time is its first and its last moment. */
  private record Absolute(ZonedDateTime start, ZonedDateTime end) {}

  /**
   * What a query says of its dates.
   *
   * @param from {@code date_from}, {@code -7d} when empty
   * @param to {@code date_to}, the end of today when empty
   * @param explicit whether the moments are meant exactly and not whole days
   */
  public record Text(Optional<String> from, Optional<String> to, boolean explicit) {
    public Text {
      requireNonNull(from, "from is null");
      requireNonNull(to, "to is null");
    }
  }
}
