package dev.tenrec.demo.shop;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** When people come: more in the evening, more on Sundays, with slow waves and a few loud days. */
final class Rhythm {
  private static final double[] HOURS = {
    0.8, 0.4, 0.25, 0.2, 0.2, 0.4, 1.0, 2.0, 2.8, 3.2, 3.5, 3.6, 4.0, 3.6, 3.3, 3.3, 3.5, 4.0, 4.8,
    5.8, 6.4, 5.6, 3.8, 1.9
  };
  private static final int[] DAYS_UNTIL_RETURN = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 13, 14, 15, 21};
  private static final double[] RETURNS = {
    6, 3.2, 2.2, 1.6, 1.5, 2.6, 5.5, 2.2, 1, 0.8, 1, 2.4, 0.8, 1.5
  };
  private static final int CAMPAIGN_EVERY = 17;
  private static final int BROKEN_RELEASE_EVERY = 9;

  private Rhythm() {}

  /** How busy a date is, about 1. */
  static double busyness(LocalDate date) {
    double weekday =
        switch (date.getDayOfWeek()) {
          case MONDAY, TUESDAY, WEDNESDAY -> 0.94;
          case THURSDAY -> 0.97;
          case FRIDAY -> 0.88;
          case SATURDAY -> 1.09;
          case SUNDAY -> 1.24;
        };
    double season = 1 + 0.16 * Math.sin(2 * Math.PI * date.toEpochDay() / 73);
    long sinceCampaign = Math.floorMod(date.toEpochDay(), CAMPAIGN_EVERY);
    double campaign = sinceCampaign == 0 ? 1.6 : sinceCampaign == 1 ? 1.3 : 1;
    return weekday * season * campaign;
  }

  /** Whether the shop runs a release that went wrong; it is mended the day after. */
  static boolean isBrokenRelease(Instant now) {
    LocalDate date = LocalDate.ofInstant(now, ZoneOffset.UTC);
    return Math.floorMod(date.toEpochDay(), BROKEN_RELEASE_EVERY) == 4;
  }

  static Instant moment(LocalDate date, ZoneId zone, Chance chance) {
    return date.atTime(chance.pick(HOURS), chance.between(0, 59), chance.between(0, 59))
        .atZone(zone)
        .toInstant()
        .plusMillis(chance.between(0, 999));
  }

  /** The date of somebody's next visit; never the date of the last. */
  static LocalDate comesBack(LocalDate last, Chance chance) {
    LocalDate next = last.plusDays(DAYS_UNTIL_RETURN[chance.pick(RETURNS)]);
    // Who comes on weekdays comes on weekdays.
    boolean weekend = isWeekend(next);
    return weekend && !isWeekend(last) && chance.happens(0.3) ? next.plusDays(2) : next;
  }

  private static boolean isWeekend(LocalDate date) {
    return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
  }
}
