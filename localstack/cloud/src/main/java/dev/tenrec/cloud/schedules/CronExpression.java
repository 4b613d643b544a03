package dev.tenrec.cloud.schedules;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * An EventBridge cron expression: minutes, hours, days of the month, months, days of the week (1 is
 * Sunday), years. Of the two kinds of days one is {@code ?}; besides lists, ranges and steps there
 * are {@code L} (last), {@code 15W} (the weekday nearest to the 15th) and {@code 6#3} (the third
 * Friday).
 */
public final class CronExpression {
  private static final int LAST_YEAR = 2199;

  private final CronField minutes;
  private final CronField hours;
  private final CronDays days;
  private final CronField months;
  private final CronField years;
  private final String text;

  private CronExpression(
      CronField minutes,
      CronField hours,
      CronDays days,
      CronField months,
      CronField years,
      String text) {
    this.minutes = minutes;
    this.hours = hours;
    this.days = days;
    this.months = months;
    this.years = years;
    this.text = text;
  }

  /** Reads what stands between the parentheses of {@code cron(...)}. */
  public static CronExpression parse(String text) {
    String[] parts = text.strip().split("\\s+", -1);
    if (parts.length != 6) {
      throw new IllegalArgumentException(
          "cron("
              + text
              + ") has "
              + parts.length
              + " fields: write minutes hours day-of-month month day-of-week year");
    }
    return new CronExpression(
        CronField.parse("minutes", parts[0], 0, 59),
        CronField.parse("hours", parts[1], 0, 23),
        CronDays.parse(parts[2], parts[4]),
        CronField.parse("month", CronNames.months(parts[3]), 1, 12),
        CronField.parse("year", parts[5], 1970, LAST_YEAR),
        text);
  }

  /** The first time that fits and is later; empty when there is none any more. */
  public Optional<ZonedDateTime> next(ZonedDateTime after) {
    ZonedDateTime start = after.truncatedTo(ChronoUnit.MINUTES).plusMinutes(1);
    LocalDate day = start.toLocalDate();
    boolean first = true;
    while (day.getYear() <= LAST_YEAR) {
      if (!years.holds(day.getYear())) {
        day = LocalDate.of(day.getYear() + 1, 1, 1);
      } else if (!months.holds(day.getMonthValue())) {
        day = day.withDayOfMonth(1).plusMonths(1);
      } else if (!days.holds(day)) {
        day = day.plusDays(1);
      } else {
        int from =
            first && day.equals(start.toLocalDate()) ? start.getHour() * 60 + start.getMinute() : 0;
        Optional<ZonedDateTime> found = onDay(day, from, after);
        if (found.isPresent()) {
          return found;
        }
        day = day.plusDays(1);
      }
      first = false;
    }
    return Optional.empty();
  }

  @Override
  public String toString() {
    return "cron(" + text + ")";
  }

  private Optional<ZonedDateTime> onDay(LocalDate day, int from, ZonedDateTime after) {
    for (int minute = from; minute < 24 * 60; minute++) {
      if (!hours.holds(minute / 60)) {
        minute += 59 - minute % 60;
        continue;
      }
      if (minutes.holds(minute % 60)) {
        ZonedDateTime time = day.atTime(minute / 60, minute % 60).atZone(after.getZone());
        // Where clocks are put forward, a time that is not there is left out.
        if (time.isAfter(after) && time.getHour() == minute / 60) {
          return Optional.of(time);
        }
      }
    }
    return Optional.empty();
  }
}
