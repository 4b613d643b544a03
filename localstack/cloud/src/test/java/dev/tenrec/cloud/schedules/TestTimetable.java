package dev.tenrec.cloud.schedules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TestTimetable {
  private static final Instant NOW = Instant.parse("2026-03-12T19:03:58Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          cron(0 12 * * ? *)          | UTC              | 2026-03-13T12:00:00Z
          cron(4 19 * * ? *)          | UTC              | 2026-03-12T19:04:00Z
          cron(3 19 * * ? *)          | UTC              | 2026-03-13T19:03:00Z
          cron(0/15 * * * ? *)        | UTC              | 2026-03-12T19:15:00Z
          cron(0 0 1 * ? *)           | UTC              | 2026-04-01T00:00:00Z
          cron(0 0 L * ? *)           | UTC              | 2026-03-31T00:00:00Z
          cron(0 0 31 * ? *)          | UTC              | 2026-03-31T00:00:00Z
          cron(0 0 31 4-6 ? *)        | UTC              | 2026-05-31T00:00:00Z
          cron(0 0 29 2 ? *)          | UTC              | 2028-02-29T00:00:00Z
          cron(0 9 ? * MON-FRI *)     | UTC              | 2026-03-13T09:00:00Z
          cron(0 9 ? * 1 *)           | UTC              | 2026-03-15T09:00:00Z
          cron(0 9 ? * SUN,WED *)     | UTC              | 2026-03-15T09:00:00Z
          cron(0 9 ? * 6#3 *)         | UTC              | 2026-03-20T09:00:00Z
          cron(0 9 ? * 6L *)          | UTC              | 2026-03-27T09:00:00Z
          cron(0 9 ? * L *)           | UTC              | 2026-03-14T09:00:00Z
          cron(0 9 15W * ? *)         | UTC              | 2026-03-16T09:00:00Z
          cron(0 9 1W AUG ? *)        | UTC              | 2026-08-03T09:00:00Z
          cron(0 9 LW 5 ? *)          | UTC              | 2026-05-29T09:00:00Z
          cron(0 9 * JAN ? 2030)      | UTC              | 2030-01-01T09:00:00Z
          cron(0 9 * * ? *)           | Europe/Berlin    | 2026-03-13T08:00:00Z
          cron(30 2 29 3 ? *)         | Europe/Berlin    | 2027-03-29T00:30:00Z
          at(2026-03-13T10:00:00)     | America/New_York | 2026-03-13T14:00:00Z
          """)
  void theNextTimeIs(String expression, String zone, Instant expected) {
    assertThat(Timetable.parse(expression, ZoneId.of(zone)).next(Instant.EPOCH, NOW))
        .contains(expected);
  }

  @Test
  void aRateCountsFromTheLastTimeAndMakesUpForAMissedOneAtOnce() {
    Timetable hourly = Timetable.parse("rate(1 hour)", ZoneOffset.UTC);

    assertThat(hourly.next(NOW.minusSeconds(600), NOW)).contains(NOW.plusSeconds(3_000));
    assertThat(hourly.next(NOW.minus(Duration.ofDays(3)), NOW)).contains(NOW);
    assertThat(Timetable.parse("rate(5 minutes)", ZoneOffset.UTC).next(NOW, NOW))
        .contains(NOW.plusSeconds(300));
  }

  @Test
  void whatHappensOnceDoesNotHappenAgain() {
    Timetable once = Timetable.parse("at(2026-03-12T19:00:00)", ZoneOffset.UTC);

    assertThat(once.next(NOW.minusSeconds(3_600), NOW)).contains(NOW);
    assertThat(once.next(NOW, NOW)).isEmpty();
  }

  @Test
  void aCalendarThatIsOverHasNoNextTime() {
    assertThat(Timetable.parse("cron(0 9 1 1 ? 2020)", ZoneOffset.UTC).next(NOW, NOW)).isEmpty();
    assertThat(Timetable.parse("cron(0 9 31 2 ? *)", ZoneOffset.UTC).next(NOW, NOW)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "every hour",
        "rate(0 minutes)",
        "rate(1 week)",
        "cron(0 12 * * *)",
        "cron(0 12 * * * *)",
        "cron(0 12 ? * ? *)",
        "cron(60 12 * * ? *)",
        "cron(0 24 * * ? *)",
        "cron(0 12 * 13 ? *)",
        "cron(0 12 ? * 8 *)",
        "cron(5-1 12 * * ? *)",
        "cron(0/0 12 * * ? *)",
        "cron(x 12 * * ? *)",
        "at(tomorrow)"
      })
  void whatIsNoScheduleIsRefused(String expression) {
    assertThatThrownBy(() -> Timetable.parse(expression, ZoneOffset.UTC))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
