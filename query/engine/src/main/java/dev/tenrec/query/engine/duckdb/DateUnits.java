package dev.tenrec.query.engine.duckdb;

/** Prints what is done with the units of time. Weeks begin on Monday unless it is said. */
final class DateUnits {
  private DateUnits() {}

  static String truncate(String unit, String local) {
    return unit.equals("sunday_week")
        ? "(date_trunc('week', " + local + " + to_days(1)) - to_days(1))"
        : "date_trunc('" + unit + "', " + local + ")";
  }

  static String part(String part, String local) {
    String sql =
        switch (part) {
          case "second" -> "CAST(floor(date_part('second', " + local + ")) AS BIGINT)";
          case "millisecond" -> "(date_part('millisecond', " + local + ") % 1000)";
          case "yyyymm" ->
              "(date_part('year', %1$s) * 100 + date_part('month', %1$s))".formatted(local);
          case "yyyymmdd" ->
              "(date_part('year', %1$s) * 10000 + date_part('month', %1$s) * 100 + date_part('day', %1$s))"
                  .formatted(local);
          case "yyyymmddhhmmss" -> "CAST(strftime(" + local + ", '%Y%m%d%H%M%S') AS BIGINT)";
          default -> "date_part('" + part + "', " + local + ")";
        };
    return "CAST(" + sql + " AS BIGINT)";
  }

  /** How many starts of the unit lie between two readings; DuckDB's own count of weeks differs. */
  static String boundaries(String unit, String from, String to) {
    return unit.equals("week")
        ? "(date_diff('day', date_trunc('week', %s), date_trunc('week', %s)) // 7)"
            .formatted(from, to)
        : "date_diff('%s', %s, %s)".formatted(unit, from, to);
  }
}
