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

/**
 * Prints conversions between points in time and clock readings.
 *
 * <p>DuckDB's own conversion looks every row up in a calendar, which costs ten times what the rest
 * of a trend costs. So the few periods around now are written out as offsets, and only what lies
 * outside of them is looked up.
 */
final class ZonePrinter {
  private static final Duration BEFORE = Duration.ofDays(3 * 366);
  private static final Duration AFTER = Duration.ofDays(200);

  private final InstantSource clock;

  ZonePrinter(InstantSource clock) {
    this.clock = clock;
  }

  /** A stretch of time in which a zone has one offset; in clock readings when they are asked. */
  private record Period(LocalDateTime from, LocalDateTime to, long seconds, boolean current) {}

  /** What clocks show at a point in time. */
  String local(String moment, ZoneId zone, boolean cheap) {
    ZoneRules rules = zone.getRules();
    if (rules.isFixedOffset()) {
      return shifted(moment, rules.getOffset(Instant.EPOCH).getTotalSeconds());
    }
    String lookedUp =
        "((%s AT TIME ZONE 'UTC') AT TIME ZONE %s)".formatted(moment, Sql.text(zone.getId()));
    return cheap ? choice(moment, periods(rules, false), 1, lookedUp) : lookedUp;
  }

  /** The point in time at which clocks show it. */
  String universal(String local, ZoneId zone, boolean cheap) {
    ZoneRules rules = zone.getRules();
    if (rules.isFixedOffset()) {
      return shifted(local, -rules.getOffset(Instant.EPOCH).getTotalSeconds());
    }
    String lookedUp =
        "((%s AT TIME ZONE %s) AT TIME ZONE 'UTC')".formatted(local, Sql.text(zone.getId()));
    return cheap ? choice(local, periods(rules, true), -1, lookedUp) : lookedUp;
  }

  private static String shifted(String value, long seconds) {
    return seconds == 0 ? value : "(" + value + " + to_seconds(" + seconds + "))";
  }

  private static String choice(String value, List<Period> periods, int sign, String otherwise) {
    StringBuilder sql = new StringBuilder("(CASE");
    for (Period period : periods) {
      sql.append(" WHEN ").append(value).append(" >= ").append(Sql.clock(period.from()));
      sql.append(" AND ").append(value).append(" < ").append(Sql.clock(period.to()));
      sql.append(" THEN ").append(shifted(value, sign * period.seconds()));
    }
    return sql.append(" ELSE ").append(otherwise).append(" END)").toString();
  }

  // The current period comes first: most rows are in it.
  private List<Period> periods(ZoneRules rules, boolean local) {
    Instant now = clock.instant();
    Instant end = now.plus(AFTER);
    List<Period> periods = new ArrayList<>();
    Instant from = now.minus(BEFORE);
    ZoneOffset offset = rules.getOffset(from);
    LocalDateTime begin = local ? LocalDateTime.ofInstant(from, offset) : utc(from);
    while (from.isBefore(end)) {
      ZoneOffsetTransition next = rules.nextTransition(from);
      boolean last = next == null || next.getInstant().isAfter(end);
      Instant to = last ? end : next.getInstant();
      LocalDateTime until = local ? readingAt(last, next, to, offset) : utc(to);
      boolean current = !now.isBefore(from) && now.isBefore(to);
      periods.add(new Period(begin, until, offset.getTotalSeconds(), current));
      from = to;
      begin = until;
      offset = last ? offset : next.getOffsetAfter();
    }
    periods.sort(
        Comparator.comparing((Period period) -> !period.current())
            .thenComparing(Period::from, Comparator.reverseOrder()));
    return periods;
  }

  // Readings that exist twice mean the earlier time, and those that never exist are moved on: both
  // have the offset before the change.
  private static LocalDateTime readingAt(
      boolean last, ZoneOffsetTransition change, Instant to, ZoneOffset offset) {
    if (last) {
      return LocalDateTime.ofInstant(to, offset);
    }
    return change.isGap() ? change.getDateTimeAfter() : change.getDateTimeBefore();
  }

  private static LocalDateTime utc(Instant moment) {
    return LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
  }
}
