package dev.tenrec.query.engine.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenrec.query.engine.testing.TestingLake;
import dev.tenrec.query.engine.testing.TestingQueries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * Dates and clock times are what java.time says, in any zone, around every change of its clocks,
 * for three years back.
 */
class ZoneProperties {
  private static Path directory;

  @BeforeContainer
  static void open() throws IOException {
    directory = Files.createTempDirectory("zones");
  }

  @AfterContainer
  static void close() throws IOException {
    Files.deleteIfExists(directory);
  }

  @Property(tries = 40, shrinking = ShrinkingMode.OFF)
  void daysAndHoursAreThoseOfTheZone(
      @ForAll("zones") String zone, @ForAll("moments") List<Long> seconds) {
    String rows =
        seconds.stream().map(second -> "(" + second + ")").collect(Collectors.joining(", "));
    String query =
        """
        SELECT toUnixTimestamp(t), toStartOfDay(t), toDate(t), toHour(t), toMonday(t),
          toStartOfMonth(t), toUnixTimestamp(toStartOfHour(t)), toUnixTimestamp(t + INTERVAL 1 DAY),
          toUnixTimestamp(toDateTime(toString(t)))
        FROM (SELECT fromUnixTimestamp(s) AS t FROM (VALUES %s) AS v(s)) LIMIT 1000
        """
            .formatted(rows);
    try (TestingQueries queries =
        new TestingQueries(new TestingLake(directory), TestingLake.context(zone))) {
      assertThat(queries.lines(query))
          .containsExactlyInAnyOrderElementsOf(expected(ZoneId.of(zone), seconds));
    }
  }

  private static List<String> expected(ZoneId zone, List<Long> seconds) {
    List<String> lines = new ArrayList<>();
    for (long second : seconds) {
      ZonedDateTime local = Instant.ofEpochSecond(second).atZone(zone);
      LocalDate day = local.toLocalDate();
      lines.add(
          String.join(
              " | ",
              Long.toString(second),
              ResultReader.moment(
                  OffsetDateTime.ofInstant(
                          day.atTime(0, 0).atZone(zone).toInstant(), java.time.ZoneOffset.UTC)
                      .toLocalDateTime(),
                  zone),
              day.toString(),
              Integer.toString(local.getHour()),
              day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).toString(),
              day.withDayOfMonth(1).toString(),
              Long.toString(hour(local, zone)),
              Long.toString(local.toLocalDateTime().plusDays(1).atZone(zone).toEpochSecond()),
              Long.toString(local.toLocalDateTime().atZone(zone).toEpochSecond())));
    }
    return lines;
  }

  private static long hour(ZonedDateTime local, ZoneId zone) {
    boolean wholeHours = local.getOffset().getTotalSeconds() % 3600 == 0;
    return wholeHours
        ? Math.floorDiv(local.toEpochSecond(), 3600) * 3600
        : local.toLocalDateTime().truncatedTo(ChronoUnit.HOURS).atZone(zone).toEpochSecond();
  }

  @Provide
  Arbitrary<String> zones() {
    return Arbitraries.of(
        "UTC",
        "Europe/Berlin",
        "America/New_York",
        "Asia/Kolkata",
        "Asia/Kathmandu",
        "Pacific/Auckland",
        "America/Sao_Paulo",
        "Pacific/Honolulu",
        "Africa/Casablanca",
        "+05:45");
  }

  @Provide
  Arbitrary<List<Long>> moments() {
    long start = Instant.parse("2023-03-20T00:00:00Z").getEpochSecond();
    long end = Instant.parse("2026-09-01T00:00:00Z").getEpochSecond();
    long spring = Instant.parse("2026-03-29T01:00:00Z").getEpochSecond();
    long autumn = Instant.parse("2025-10-26T01:00:00Z").getEpochSecond();
    Arbitrary<Long> near =
        Arbitraries.longs()
            .between(-4 * 3600, 4 * 3600)
            .flatMap(shift -> Arbitraries.of(spring, autumn).map(change -> change + shift));
    return Arbitraries.oneOf(Arbitraries.longs().between(start, end), near)
        .list()
        .uniqueElements()
        .ofMinSize(20)
        .ofMaxSize(60);
  }
}
