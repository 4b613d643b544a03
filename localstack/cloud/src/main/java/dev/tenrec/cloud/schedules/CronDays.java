package dev.tenrec.cloud.schedules;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which days of a month fit: by their date, or by their day of the week. */
interface CronDays {
  boolean holds(LocalDate day);

  static CronDays parse(String ofMonth, String ofWeek) {
    boolean anyDate = ofMonth.equals("?");
    if (anyDate == ofWeek.equals("?")) {
      throw new IllegalArgumentException(
          "day-of-month is "
              + ofMonth
              + " and day-of-week is "
              + ofWeek
              + ": exactly one of them must be ?");
    }
    return anyDate ? ofWeek(CronNames.days(ofWeek)) : ofMonth(ofMonth);
  }

  private static CronDays ofMonth(String text) {
    if (text.equals("L")) {
      return day -> day.getDayOfMonth() == day.lengthOfMonth();
    }
    Matcher nearest = Pattern.compile("(\\d{1,2})W").matcher(text);
    if (nearest.matches()) {
      int date = Integer.parseInt(nearest.group(1));
      CronField.parse("day-of-month", "" + date, 1, 31);
      return day -> date <= day.lengthOfMonth() && day.equals(weekdayNearest(day, date));
    }
    if (text.equals("LW")) {
      return day -> day.equals(weekdayNearest(day, day.lengthOfMonth()));
    }
    CronField field = CronField.parse("day-of-month", text, 1, 31);
    return day -> field.holds(day.getDayOfMonth());
  }

  private static CronDays ofWeek(String text) {
    Matcher counted = Pattern.compile("([1-7])#([1-5])").matcher(text);
    if (counted.matches()) {
      DayOfWeek wanted = dayOfWeek(Integer.parseInt(counted.group(1)));
      int count = Integer.parseInt(counted.group(2));
      return day -> day.getDayOfWeek() == wanted && (day.getDayOfMonth() - 1) / 7 + 1 == count;
    }
    Matcher last = Pattern.compile("([1-7])L").matcher(text);
    if (last.matches()) {
      DayOfWeek wanted = dayOfWeek(Integer.parseInt(last.group(1)));
      return day -> day.equals(day.with(TemporalAdjusters.lastInMonth(wanted)));
    }
    CronField field = CronField.parse("day-of-week", text.equals("L") ? "7" : text, 1, 7);
    return day -> field.holds(day.getDayOfWeek().getValue() % 7 + 1);
  }

  private static DayOfWeek dayOfWeek(int number) {
    return number == 1 ? DayOfWeek.SUNDAY : DayOfWeek.of(number - 1);
  }

  // It does not leave its month: the 1st on a Saturday becomes Monday the 3rd.
  private static LocalDate weekdayNearest(LocalDate month, int date) {
    LocalDate day = month.withDayOfMonth(date);
    return switch (day.getDayOfWeek()) {
      case SATURDAY -> date == 1 ? day.plusDays(2) : day.minusDays(1);
      case SUNDAY -> date == day.lengthOfMonth() ? day.minusDays(2) : day.plusDays(1);
      default -> day;
    };
  }
}
