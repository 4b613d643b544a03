package dev.tenrec.stores.projects;

import static java.util.Objects.requireNonNull;

import dev.tenrec.stores.table.Item;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.ZoneId;

/**
 * What days and weeks mean in a project's insights.
 *
 * @param timezone where its days begin
 * @param weekStart the first day of its weeks: Sunday or Monday
 */
public record CalendarSettings(ZoneId timezone, DayOfWeek weekStart) {
  /** Days in UTC, and weeks that begin on Sunday as they do in PostHog. */
  public static final CalendarSettings DEFAULTS =
      new CalendarSettings(ZoneId.of("UTC"), DayOfWeek.SUNDAY);

  private static final String WEEK_START = "week_start";

  public CalendarSettings {
    requireNonNull(timezone, "timezone is null");
    if (weekStart != DayOfWeek.SUNDAY && weekStart != DayOfWeek.MONDAY) {
      throw new IllegalArgumentException(
          "weekStart is " + weekStart + ": a week begins on SUNDAY or MONDAY");
    }
  }

  Item onto(Item project) {
    return project.with("timezone", timezone.getId()).with(WEEK_START, weekStart.name());
  }

  static CalendarSettings from(Item project) {
    return new CalendarSettings(
        zone(project.text("timezone")),
        project.optionalText(WEEK_START).map(DayOfWeek::valueOf).orElse(DEFAULTS.weekStart));
  }

  // A zone that this JVM's tables no longer know must not make the project unreadable.
  private static ZoneId zone(String id) {
    try {
      return ZoneId.of(id);
    } catch (DateTimeException unknown) {
      return DEFAULTS.timezone;
    }
  }
}
