package dev.tenrec.cloud.schedules;

import java.util.List;
import java.util.Locale;

/** The names that cron expressions may use in place of numbers. */
final class CronNames {
  private static final List<String> MONTHS =
      List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");
  private static final List<String> DAYS = List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");

  private CronNames() {}

  static String months(String text) {
    return numbers(text, MONTHS);
  }

  static String days(String text) {
    return numbers(text, DAYS);
  }

  private static String numbers(String text, List<String> names) {
    String result = text.toUpperCase(Locale.ROOT);
    for (int i = 0; i < names.size(); i++) {
      result = result.replace(names.get(i), "" + (i + 1));
    }
    return result;
  }
}
