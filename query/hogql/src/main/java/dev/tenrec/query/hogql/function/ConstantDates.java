package dev.tenrec.query.hogql.function;

import dev.tenrec.query.hogql.plan.Type.Scalar;
import dev.tenrec.query.hogql.plan.Unit;
import dev.tenrec.query.hogql.plan.Value;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/**
 * Computes dates that depend on constants only, such as {@code now() - INTERVAL 7 DAY}, so that
 * scans can be pruned by them and every engine sees the same value.
 */
final class ConstantDates {
  private ConstantDates() {}

  /** The value, computed when its operands are constants; its operands are computed already. */
  static Value fold(Value value) {
    try {
      return switch (value) {
        case Value.Local(Value.Moment(Instant moment), ZoneId zone) ->
            new Value.Clock(LocalDateTime.ofInstant(moment, zone));
        case Value.Local(Value.InZone(Value.Moment(Instant moment), ZoneId zone), ZoneId _) ->
            new Value.Clock(LocalDateTime.ofInstant(moment, zone));
        case Value.Universal(Value.Clock(LocalDateTime local), ZoneId zone) ->
            new Value.Moment(local.atZone(zone).toInstant());
        case Value.Universal(Value.Local(Value moment, ZoneId zone), ZoneId other)
            when zone.equals(other) ->
            moment;
        case Value.Convert(Value.Day(LocalDate day), Scalar type) when type == Scalar.LOCAL ->
            new Value.Clock(day.atStartOfDay());
        case Value.Convert(Value.Clock(LocalDateTime local), Scalar type)
            when type == Scalar.DATE ->
            new Value.Day(local.toLocalDate());
        case Value.Apply apply when apply.function().equals("truncate") -> truncate(apply);
        case Value.Apply apply when apply.function().equals("truncateMoment") ->
            truncateMoment(apply);
        case Value.Apply apply when apply.function().equals("shift") -> shift(apply);
        default -> value;
      };
    } catch (DateTimeException | ArithmeticException outOfRange) {
      return value;
    }
  }

  private static Value truncate(Value.Apply apply) {
    if (apply.arguments().getFirst() instanceof Value.Text(String unit, var _)
        && apply.arguments().get(1) instanceof Value.Clock(LocalDateTime local)) {
      return new Value.Clock(truncate(local, unit));
    }
    return apply;
  }

  private static Value truncateMoment(Value.Apply apply) {
    if (apply.arguments().getFirst() instanceof Value.Text(String unit, var _)
        && apply.arguments().get(1) instanceof Value.Moment(Instant moment)) {
      LocalDateTime utc = LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
      return new Value.Moment(truncate(utc, unit).toInstant(ZoneOffset.UTC));
    }
    return apply;
  }

  private static LocalDateTime truncate(LocalDateTime local, String unit) {
    LocalDateTime day = local.truncatedTo(ChronoUnit.DAYS);
    return switch (unit) {
      case "second" -> local.truncatedTo(ChronoUnit.SECONDS);
      case "minute" -> local.truncatedTo(ChronoUnit.MINUTES);
      case "hour" -> local.truncatedTo(ChronoUnit.HOURS);
      case "day" -> day;
      case "week" -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      case "sunday_week" -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));
      case "month" -> day.withDayOfMonth(1);
      case "quarter" -> day.withDayOfMonth(1).withMonth((day.getMonthValue() - 1) / 3 * 3 + 1);
      case "year" -> day.withDayOfYear(1);
      default -> throw new DateTimeException("unit " + unit);
    };
  }

  private static Value shift(Value.Apply apply) {
    if (!(apply.arguments().get(1) instanceof Value.Duration(Unit unit, Value.Whole(long count)))) {
      return apply;
    }
    return switch (apply.arguments().getFirst()) {
      case Value.Clock(LocalDateTime local) -> new Value.Clock(shift(local, unit, count));
      case Value.Day(LocalDate day) ->
          new Value.Day(shift(day.atStartOfDay(), unit, count).toLocalDate());
      case Value.Moment(Instant moment) ->
          new Value.Moment(
              shift(LocalDateTime.ofInstant(moment, ZoneOffset.UTC), unit, count)
                  .toInstant(ZoneOffset.UTC));
      default -> apply;
    };
  }

  private static LocalDateTime shift(LocalDateTime local, Unit unit, long count) {
    return switch (unit) {
      case MICROSECOND -> local.plus(count, ChronoUnit.MICROS);
      case MILLISECOND -> local.plus(count, ChronoUnit.MILLIS);
      case SECOND -> local.plusSeconds(count);
      case MINUTE -> local.plusMinutes(count);
      case HOUR -> local.plusHours(count);
      case DAY -> local.plusDays(count);
      case WEEK -> local.plusWeeks(count);
      case MONTH -> local.plusMonths(count);
      case QUARTER -> local.plusMonths(Math.multiplyExact(count, 3));
      case YEAR -> local.plusYears(count);
    };
  }
}
