package dev.tenrec.query.insights.dates;

import static java.util.Objects.requireNonNull;

import dev.tenrec.query.hogql.function.QueryContext;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * What dates are read by: the present moment and a project's days and weeks.
 *
 * @param zone where its days begin
 * @param weekStart the first day of its weeks
 * @param now what relative dates count from
 */
public record Today(ZoneId zone, DayOfWeek weekStart, Instant now) {
  public Today {
    requireNonNull(zone, "zone is null");
    requireNonNull(weekStart, "weekStart is null");
    requireNonNull(now, "now is null");
  }

  /** As queries of the same request read dates. */
  public static Today of(QueryContext context) {
    return new Today(context.zone(), context.weekStart(), context.now());
  }

  /** The present moment as the project's clocks show it. */
  ZonedDateTime here() {
    return now.atZone(zone);
  }
}
