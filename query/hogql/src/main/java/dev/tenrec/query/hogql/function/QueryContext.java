package dev.tenrec.query.hogql.function;

import static java.util.Objects.requireNonNull;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;

/**
 * What the meaning of a query depends on besides its text.
 *
 * @param project whose data it reads
 * @param zone the project's time zone: of dates, of clock times, of texts without an offset
 * @param now the time of the query; the same wherever it asks
 * @param weekStart the first day of a week: Sunday or Monday
 * @param promoted event properties that have a column, with its name
 */
public record QueryContext(
    long project, ZoneId zone, Instant now, DayOfWeek weekStart, Map<String, String> promoted) {
  public QueryContext {
    requireNonNull(zone, "zone is null");
    requireNonNull(now, "now is null");
    promoted = Map.copyOf(promoted);
    if (project < 1) {
      throw new IllegalArgumentException("project is " + project + ": project ids begin at 1");
    }
    if (weekStart != DayOfWeek.SUNDAY && weekStart != DayOfWeek.MONDAY) {
      throw new IllegalArgumentException(
          "weekStart is " + weekStart + ": a week begins on SUNDAY or MONDAY");
    }
  }
}
