package dev.tenrec.query.engine.duckdb;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Prints conversions between points in time and clock readings.
 *
 * <p>DuckDB's own conversion looks every row up in a calendar, which costs ten times what the rest
 * of a trend costs. So the periods of the last years in which a zone has one offset are written
 * out, those nearest to now first: a row is rarely compared with more than two. Only what lies
 * outside is looked up.
 */
final class ZonePrinter {
  private static final Duration BEFORE = Duration.ofDays(3 * 366);
  private static final Duration AFTER = Duration.ofDays(200);

  private final InstantSource clock;

  ZonePrinter(InstantSource clock) {
    this.clock = clock;
  }

  /** A stretch of time in which a zone has one offset; in clock readings when they are asked. */
  private record Period(LocalDateTime from, LocalDateTime to, long seconds, long distance) {}

  /**
   * What clocks show at a point in time.
   *
   * @param cheap whether the point in time may be named many times
   */
  String local(String moment, ZoneId zone, boolean cheap) {
    return once(moment, cheap || isNamedOnce(zone), value -> converted(value, zone, false));
  }

  /** The point in time at which clocks show it. */
  String universal(String local, ZoneId zone, boolean cheap) {
    return once(local, cheap || isNamedOnce(zone), value -> converted(value, zone, true));
  }

  private static boolean isNamedOnce(ZoneId zone) {
    return zone.getRules().isFixedOffset();
  }

  // What is not cheap becomes the parameter of a lambda, which is.
  private static String once(String value, boolean cheap, UnaryOperator<String> conversion) {
    return cheap
        ? conversion.apply(value)
        : "list_transform([" + value + "], lambda z: " + conversion.apply("z") + ")[1]";
  }

  private String converted(String value, ZoneId zone, boolean fromLocal) {
    ZoneRules rules = zone.getRules();
    int sign = fromLocal ? -1 : 1;
    if (rules.isFixedOffset()) {
      return shifted(value, sign * rules.getOffset(Instant.EPOCH).getTotalSeconds());
    }
    StringBuilder sql = new StringBuilder("(CASE");
    for (Period period : periods(rules, fromLocal)) {
      sql.append(" WHEN ").append(value).append(" >= ").append(Sql.clock(period.from()));
      sql.append(" AND ").append(value).append(" < ").append(Sql.clock(period.to()));
      sql.append(" THEN ").append(shifted(value, sign * period.seconds()));
    }
    String name = Sql.text(zone.getId());
    String lookedUp =
        fromLocal
            ? "((%s AT TIME ZONE %s) AT TIME ZONE 'UTC')".formatted(value, name)
            : "((%s AT TIME ZONE 'UTC') AT TIME ZONE %s)".formatted(value, name);
    return sql.append(" ELSE ").append(lookedUp).append(" END)").toString();
  }

  private static String shifted(String value, long seconds) {
    return seconds == 0 ? value : "(" + value + " + to_seconds(" + seconds + "))";
  }

  private List<Period> periods(ZoneRules rules, boolean local) {
    long now = clock.instant().getEpochSecond();
    Instant end = clock.instant().plus(AFTER);
    List<Period> periods = new ArrayList<>();
    Instant from = clock.instant().minus(BEFORE);
    ZoneOffset offset = rules.getOffset(from);
    LocalDateTime begin = LocalDateTime.ofInstant(from, local ? offset : ZoneOffset.UTC);
    while (from.isBefore(end)) {
      ZoneOffsetTransition next = rules.nextTransition(from);
      boolean last = next == null || next.getInstant().isAfter(end);
      Instant to = last ? end : next.getInstant();
      LocalDateTime until =
          local && !last
              ? readingAt(next)
              : LocalDateTime.ofInstant(to, local ? offset : ZoneOffset.UTC);
      long distance = Math.max(0, Math.max(from.getEpochSecond() - now, now - to.getEpochSecond()));
      periods.add(new Period(begin, until, offset.getTotalSeconds(), distance));
      from = to;
      begin = until;
      offset = last ? offset : next.getOffsetAfter();
    }
    periods.sort(Comparator.comparing(Period::distance));
    return periods;
  }

  // Readings that exist twice mean the earlier time, and those that never exist are moved on: both
  // have the offset before the change.
  private static LocalDateTime readingAt(ZoneOffsetTransition change) {
    return change.isGap() ? change.getDateTimeAfter() : change.getDateTimeBefore();
  }
}
