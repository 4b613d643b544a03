package dev.tenrec.query.insights.dates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestDateRange {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  // A Wednesday, 15:30 in Berlin.
  private static final Instant NOW = Instant.parse("2026-06-17T13:30:00Z");
  private static final Instant EARLIEST = Instant.parse("2026-01-05T22:30:00Z");

  /** A dash stands for nothing said. */
  @ParameterizedTest
  @CsvSource({
    "-,         -,          day,  2026-06-10T00:00,    2026-06-17T23:59:59.999999",
    "-1d,       -,          day,  2026-06-16T00:00,    2026-06-17T23:59:59.999999",
    "-24h,      -,          hour, 2026-06-16T15:00,    2026-06-17T23:59:59.999999",
    "-2h,       -0h,        hour, 2026-06-17T13:00,    2026-06-17T15:59:59.999999",
    "dStart,    -,          hour, 2026-06-17T00:00,    2026-06-17T23:59:59.999999",
    "-1dStart,  -1dEnd,     day,  2026-06-16T00:00,    2026-06-16T23:59:59.999999",
    "wStart,    -,          day,  2026-06-14T00:00,    2026-06-17T23:59:59.999999",
    "-1wStart,  -1wEnd,     day,  2026-06-07T00:00,    2026-06-13T23:59:59.999999",
    "-1mStart,  -1mEnd,     day,  2026-05-01T00:00,    2026-05-31T23:59:59.999999",
    "-1m,       -,          day,  2026-05-17T00:00,    2026-06-17T23:59:59.999999",
    "yStart,    -,          day,  2026-01-01T00:00,    2026-06-17T23:59:59.999999",
    "qStart,    -,          day,  2026-04-01T00:00,    2026-06-17T23:59:59.999999",
    "all,       -,          day,  2026-01-05T00:00,    2026-06-17T23:59:59.999999",
    "2026-6-1,  2026-06-02, day,  2026-06-01T00:00,    2026-06-02T23:59:59.999999",
    "2026-06-01T10:00:00Z, 2026-06-01T12:00, day, 2026-06-01T12:00, 2026-06-01T12:00",
  })
  void saysWhatPeopleMean(String from, String to, String interval, String first, String last) {
    DateRange range = resolve(said(from, to), Interval.of(interval));
    assertThat(range.from().toLocalDateTime().toString()).isEqualTo(first);
    assertThat(range.to().toLocalDateTime().toString()).isEqualTo(last);
  }

  @Test
  void explicitDatesAreMeantExactly() {
    DateRange range =
        resolve(new DateRange.Text(Optional.of("-1d"), Optional.empty(), true), Interval.DAY);
    assertThat(range.from().toLocalDateTime().toString()).isEqualTo("2026-06-16T15:30");
    assertThat(range.to().toInstant()).isEqualTo(NOW);
  }

  @Test
  void aRangeIsComparedWithTheOneBeforeIt() {
    DateRange.Text days = said("2026-06-08", "2026-06-10");
    assertThat(resolve(days, Interval.DAY).previous(days, Interval.DAY))
        .satisfies(
            before -> {
              assertThat(before.from().toLocalDateTime().toString()).isEqualTo("2026-06-05T00:00");
              assertThat(before.to().toLocalDateTime().toString())
                  .isEqualTo("2026-06-07T23:59:59.999999");
            });
  }

  @Test
  void aRangeOfWeeksIsComparedWithTheSameWeekdays() {
    DateRange.Text week = said("-7d", "-");
    DateRange range = resolve(week, Interval.DAY);
    DateRange before = range.previous(week, Interval.DAY);
    assertThat(before.from().getDayOfWeek()).isEqualTo(range.from().getDayOfWeek());
    assertThat(before.from().toLocalDate()).hasToString("2026-06-03");
  }

  @ParameterizedTest
  @CsvSource({
    "wStart, SUNDAY, 2026-06-07T00:00, 2026-06-13T23:59:59.999999",
    "wStart, MONDAY, 2026-06-08T00:00, 2026-06-14T23:59:59.999999",
    "mStart, SUNDAY, 2026-05-01T00:00, 2026-05-31T23:59:59.999999",
    "qStart, SUNDAY, 2026-01-01T00:00, 2026-03-31T23:59:59.999999",
    "yStart, SUNDAY, 2025-01-01T00:00, 2025-12-31T23:59:59.999999",
  })
  void whatHasBegunIsComparedWithTheWholeOneBeforeIt(
      String from, DayOfWeek weekStart, String first, String last) {
    DateRange.Text begun = said(from, "-");
    DateRange before =
        DateRange.resolve(begun, Interval.WEEK, today(weekStart), EARLIEST)
            .previous(begun, Interval.WEEK);
    assertThat(before.from().toLocalDateTime()).hasToString(first);
    assertThat(before.to().toLocalDateTime()).hasToString(last);
  }

  @Test
  void aWeekIsThatOfTheProject() {
    assertThat(DateRange.moment("wStart", today(DayOfWeek.SUNDAY)))
        .isEqualTo(Instant.parse("2026-06-13T22:00:00Z"));
    assertThat(DateRange.moment("wStart", today(DayOfWeek.MONDAY)))
        .isEqualTo(Instant.parse("2026-06-14T22:00:00Z"));
    assertThat(DateRange.moment("-1wEnd", today(DayOfWeek.MONDAY)))
        .isEqualTo(Instant.parse("2026-06-14T21:59:59.999999Z"));
  }

  @Test
  void daysOfDaylightSavingHaveTwentyThreeAndTwentyFiveHours() {
    assertThat(buckets("2026-03-29", "2026-03-29", Interval.HOUR)).hasSize(23);
    // The hour that is lived through twice has one label.
    assertThat(buckets("2026-10-25", "2026-10-25", Interval.HOUR)).hasSize(24);
    assertThat(buckets("2026-03-28", "2026-03-30", Interval.DAY))
        .containsExactly("2026-03-28", "2026-03-29", "2026-03-30");
  }

  @Test
  void weeksBeginOnTheProjectsDayAndMonthsOnTheFirst() {
    assertThat(buckets("2026-06-01", "2026-06-17", Interval.WEEK))
        .containsExactly("2026-05-31", "2026-06-07", "2026-06-14");
    DateRange range =
        DateRange.resolve(
            said("2026-06-01", "2026-06-17"), Interval.WEEK, today(DayOfWeek.MONDAY), EARLIEST);
    assertThat(Interval.WEEK.buckets(range).stream().map(Interval.WEEK::day))
        .containsExactly("2026-06-01", "2026-06-08", "2026-06-15");
    assertThat(buckets("2026-01-31", "2026-03-01", Interval.MONTH))
        .containsExactly("2026-01-01", "2026-02-01", "2026-03-01");
  }

  @Test
  void labelsReadAsInPostHog() {
    DateRange range = resolve(said("2026-06-01", "2026-06-01"), Interval.DAY);
    var bucket = Interval.DAY.buckets(range).getFirst();
    assertThat(Interval.DAY.label(bucket)).isEqualTo("1-Jun-2026");
    assertThat(Interval.HOUR.label(bucket)).isEqualTo("1-Jun 00:00");
    assertThat(Interval.HOUR.day(bucket)).isEqualTo("2026-06-01 00:00:00");
    assertThat(Interval.MONTH.label(bucket)).isEqualTo("Jun 2026");
  }

  @Test
  void whatCannotBeMeantIsRefusedWithAnExample() {
    assertThatThrownBy(() -> resolve(said("soon", "-"), Interval.DAY))
        .isInstanceOf(DateException.class)
        .hasMessageContaining("\"soon\" is not a date");
    assertThatThrownBy(() -> resolve(said("2026-02-30", "-"), Interval.DAY))
        .isInstanceOf(DateException.class);
    assertThatThrownBy(() -> resolve(said("2026-06-02", "2026-06-01"), Interval.DAY))
        .hasMessageContaining("exchange them");
    assertThatThrownBy(() -> Interval.of("fortnight")).hasMessageContaining("fortnight");
    assertThatThrownBy(() -> buckets("2020-01-01", "2026-01-01", Interval.MINUTE))
        .hasMessageContaining("longer interval");
  }

  private static List<String> buckets(String from, String to, Interval interval) {
    DateRange range = resolve(said(from, to), interval);
    return interval.buckets(range).stream().map(interval::day).toList();
  }

  private static DateRange resolve(DateRange.Text text, Interval interval) {
    return DateRange.resolve(text, interval, today(DayOfWeek.SUNDAY), EARLIEST);
  }

  private static Today today(DayOfWeek weekStart) {
    return new Today(BERLIN, weekStart, NOW);
  }

  private static DateRange.Text said(String from, String to) {
    return new DateRange.Text(
        Optional.of(from).filter(text -> !text.equals("-")),
        Optional.of(to).filter(text -> !text.equals("-")),
        false);
  }
}
