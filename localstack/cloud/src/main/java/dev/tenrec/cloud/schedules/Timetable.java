package dev.tenrec.cloud.schedules;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When something is to happen: {@code rate(5 minutes)}, {@code cron(...)} or {@code at(...)}. */
public sealed interface Timetable {
  /**
   * The first time after the last.
   *
   * @param last when it happened last, or when it was created if it never has
   * @param now times before now are not made up for, but for a rate, which happens at once
   */
  Optional<Instant> next(Instant last, Instant now);

  /** Again and again, so long after the last time. */
  record Rate(Duration period) implements Timetable {
    public Rate {
      requireNonNull(period, "period is null");
      if (period.isNegative() || period.isZero()) {
        throw new IllegalArgumentException("rate of " + period + ": give at least one minute");
      }
    }

    @Override
    public Optional<Instant> next(Instant last, Instant now) {
      Instant due = last.plus(period);
      return Optional.of(due.isBefore(now) ? now : due);
    }
  }

  /** At the times of the calendar that fit an expression. */
  record Calendar(CronExpression expression, ZoneId zone) implements Timetable {
    public Calendar {
      requireNonNull(expression, "expression is null");
      requireNonNull(zone, "zone is null");
    }

    @Override
    public Optional<Instant> next(Instant last, Instant now) {
      Instant after = last.isAfter(now) ? last : now;
      return expression.next(after.atZone(zone)).map(java.time.ZonedDateTime::toInstant);
    }
  }

  /** Once. */
  record Once(Instant time) implements Timetable {
    @Override
    public Optional<Instant> next(Instant last, Instant now) {
      return last.isBefore(time) ? Optional.of(time.isBefore(now) ? now : time) : Optional.empty();
    }
  }

  /** Reads an expression; one that AWS would not take is an {@link IllegalArgumentException}. */
  static Timetable parse(String expression, ZoneId zone) {
    Matcher matcher = Pattern.compile("(rate|cron|at)\\(([^)]*)\\)").matcher(expression.strip());
    if (!matcher.matches()) {
      throw unknown(expression);
    }
    String argument = matcher.group(2).strip();
    return switch (matcher.group(1)) {
      case "cron" -> new Calendar(CronExpression.parse(argument), zone);
      case "at" -> {
        try {
          yield new Once(LocalDateTime.parse(argument).atZone(zone).toInstant());
        } catch (DateTimeParseException e) {
          throw unknown(expression);
        }
      }
      default -> rate(expression, argument);
    };
  }

  private static Timetable rate(String expression, String argument) {
    Matcher matcher = Pattern.compile("(\\d{1,6}) (minute|hour|day)s?").matcher(argument);
    if (!matcher.matches()) {
      throw unknown(expression);
    }
    long count = Long.parseLong(matcher.group(1));
    return new Rate(
        switch (matcher.group(2)) {
          case "minute" -> Duration.ofMinutes(count);
          case "hour" -> Duration.ofHours(count);
          default -> Duration.ofDays(count);
        });
  }

  private static IllegalArgumentException unknown(String expression) {
    return new IllegalArgumentException(
        "The schedule "
            + expression
            + " is none: write rate(5 minutes), cron(0 12 * * ? *) or at(2030-01-31T12:00:00)");
  }
}
