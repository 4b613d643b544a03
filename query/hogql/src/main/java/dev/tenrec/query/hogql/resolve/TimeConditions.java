package dev.tenrec.query.hogql.resolve;

import dev.tenrec.query.hogql.plan.Symbol;
import dev.tenrec.query.hogql.plan.TimeRange;
import dev.tenrec.query.hogql.plan.Type;
import dev.tenrec.query.hogql.plan.Type.Scalar;
import dev.tenrec.query.hogql.plan.Value;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a condition says about the time of columns. */
final class TimeConditions {
  // Clocks are never changed by more.
  private static final Duration CHANGE = Duration.ofHours(3);

  private TimeConditions() {}

  /** The range that each column must lie in wherever the condition holds. */
  static Map<Symbol, TimeRange> of(Value condition) {
    return switch (condition) {
      case Value.And(List<Value> operands) -> {
        Map<Symbol, TimeRange> all = new HashMap<>();
        operands.forEach(
            operand ->
                of(operand).forEach((symbol, range) -> all.merge(symbol, range, TimeRange::and)));
        yield all;
      }
      case Value.Or(List<Value> operands) -> any(operands);
      case Value.Compare(Value.Comparator comparator, Value left, Value right) ->
          compared(comparator, left, right);
      case Value.InList(Value operand, List<Value> options) ->
          any(
              options.stream()
                  .<Value>map(option -> new Value.Compare(Value.Comparator.EQUAL, operand, option))
                  .toList());
      default -> Map.of();
    };
  }

  private static Map<Symbol, TimeRange> any(List<Value> operands) {
    Map<Symbol, TimeRange> any = new HashMap<>();
    boolean first = true;
    for (Value operand : operands) {
      Map<Symbol, TimeRange> one = of(operand);
      if (first) {
        any.putAll(one);
      } else {
        any.keySet().retainAll(one.keySet());
        any.replaceAll((symbol, range) -> range.or(one.get(symbol)));
      }
      first = false;
    }
    return any;
  }

  private static Map<Symbol, TimeRange> compared(
      Value.Comparator comparator, Value left, Value right) {
    Optional<Instant> constant = instant(right);
    if (constant.isPresent()) {
      return monotone(left, range(comparator, constant.get()));
    }
    return instant(left)
        .map(value -> monotone(right, range(mirrored(comparator), value)))
        .orElse(Map.of());
  }

  private static TimeRange range(Value.Comparator comparator, Instant instant) {
    Optional<Instant> from = Optional.of(instant);
    // The end is the first instant that no longer counts.
    Optional<Instant> after = Optional.of(instant.plusNanos(1000));
    return switch (comparator) {
      case EQUAL -> new TimeRange(from, after);
      case GREATER, GREATER_OR_EQUAL -> new TimeRange(from, Optional.empty());
      case LESS -> new TimeRange(Optional.empty(), from);
      case LESS_OR_EQUAL -> new TimeRange(Optional.empty(), after);
      case LIKE, ILIKE, REGEX, REGEX_IGNORING_CASE -> TimeRange.ALWAYS;
    };
  }

  private static Value.Comparator mirrored(Value.Comparator comparator) {
    return switch (comparator) {
      case LESS -> Value.Comparator.GREATER;
      case LESS_OR_EQUAL -> Value.Comparator.GREATER_OR_EQUAL;
      case GREATER -> Value.Comparator.LESS;
      case GREATER_OR_EQUAL -> Value.Comparator.LESS_OR_EQUAL;
      case EQUAL, LIKE, ILIKE, REGEX, REGEX_IGNORING_CASE -> comparator;
    };
  }

  private static Optional<Instant> instant(Value value) {
    return switch (value) {
      case Value.Moment(Instant moment) -> Optional.of(moment);
      case Value.InZone(Value moment, var _) -> instant(moment);
      case Value.Day(LocalDate day) -> Optional.of(day.atStartOfDay().toInstant(ZoneOffset.UTC));
      case Value.Clock(LocalDateTime clock) -> Optional.of(clock.toInstant(ZoneOffset.UTC));
      default -> Optional.empty();
    };
  }

  /** What it means for the column inside that a value made of it lies in a range. */
  static Map<Symbol, TimeRange> monotone(Value value, TimeRange range) {
    return switch (value) {
      case Value.Reference(Symbol symbol) when symbol.type().isTemporal() -> Map.of(symbol, range);
      case Value.InZone(Value moment, var _) -> monotone(moment, range);
      case Value.Local(Value moment, ZoneId zone) -> monotone(moment, moved(range, zone, -1));
      case Value.Universal(Value local, ZoneId zone) -> monotone(local, moved(range, zone, 1));
      case Value.Convert(Value operand, Type type)
          when operand.type() == Scalar.LOCAL && type == Scalar.DATE ->
          monotone(operand, later(range, Duration.ofDays(1)));
      case Value.Convert(Value operand, Type type)
          when operand.type() == Scalar.DATE && type == Scalar.LOCAL ->
          monotone(operand, range);
      case Value.Apply apply
          when apply.function().startsWith("truncate")
              && !apply.function().equals("truncateSteps") ->
          monotone(apply.arguments().get(1), later(range, longest(apply.arguments().getFirst())));
      default -> Map.of();
    };
  }

  // A value that is cut down to the start of its unit lies in the range; the value itself may lie
  // up to one unit behind it.
  private static TimeRange later(TimeRange range, Duration unit) {
    return new TimeRange(range.from(), range.to().map(to -> to.plus(unit)));
  }

  // Readings of clocks are compared as if they were UTC.
  private static TimeRange moved(TimeRange range, ZoneId zone, int sign) {
    Duration slack = zone.getRules().isFixedOffset() ? Duration.ZERO : CHANGE;
    return new TimeRange(
        range.from().map(from -> moved(from, zone, sign).minus(slack)),
        range.to().map(to -> moved(to, zone, sign).plus(slack)));
  }

  private static Instant moved(Instant instant, ZoneId zone, int sign) {
    return instant.plusSeconds((long) sign * zone.getRules().getOffset(instant).getTotalSeconds());
  }

  private static Duration longest(Value unit) {
    if (!(unit instanceof Value.Text(String name, Type _))) {
      return Duration.ofDays(366);
    }
    return switch (name) {
      case "second", "minute", "hour" -> Duration.ofHours(1);
      case "day" -> Duration.ofDays(1);
      case "week", "sunday_week" -> Duration.ofDays(7);
      case "month" -> Duration.ofDays(31);
      case "quarter" -> Duration.ofDays(92);
      default -> Duration.ofDays(366);
    };
  }
}
