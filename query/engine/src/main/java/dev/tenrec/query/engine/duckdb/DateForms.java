package dev.tenrec.query.engine.duckdb;

/** Forms of the functions of dates and times that take no unit. */
final class DateForms {
  static final String FORMS =
      """
      fromUnixSeconds = make_timestamp(CAST(round($1 * 1000000) AS BIGINT))
      fromUnixMilliseconds = make_timestamp($1 * 1000)
      toUnixSeconds = CAST(floor(epoch($1)) AS BIGINT)
      toUnixMilliseconds = epoch_ms($1)
      secondsBetween = date_diff('second', $1, $2)
      makeDate = make_date($1, $2, $3)
      formatLocal = strftime($1, $2)
      """;

  private DateForms() {}
}
