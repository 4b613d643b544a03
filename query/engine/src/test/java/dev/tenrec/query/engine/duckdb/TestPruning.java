package dev.tenrec.query.engine.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenrec.query.engine.testing.TestingLake;
import dev.tenrec.query.engine.testing.TestingQueries;
import dev.tenrec.query.hogql.plan.TimeRange;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The times that scans ask the lake for. Now is 2026-03-15 at noon. */
class TestPruning {
  private static TestingLake lake;
  private static TestingQueries queries;

  @BeforeAll
  static void open(@TempDir Path directory) {
    lake = new TestingLake(directory);
    queries = new TestingQueries(lake, TestingLake.context("UTC"));
  }

  @AfterAll
  static void close() {
    queries.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '@',
      quoteCharacter = '^',
      value = {
        "timestamp >= '2026-03-01' @ 2026-03-01T00:00:00Z to",
        "timestamp > '2026-03-01' @ 2026-03-01T00:00:00Z to",
        "timestamp < '2026-03-01' @ to 2026-03-01T00:00:00Z",
        "timestamp <= '2026-03-01' @ to 2026-03-01T00:00:00.000001Z",
        "'2026-03-01' <= timestamp @ 2026-03-01T00:00:00Z to",
        "timestamp = '2026-03-01' @ 2026-03-01T00:00:00Z to 2026-03-01T00:00:00.000001Z",
        "timestamp >= now() - INTERVAL 7 DAY @ 2026-03-08T12:00:00Z to",
        "timestamp >= toStartOfDay(now() - INTERVAL 1 MONTH) @ 2026-02-15T00:00:00Z to",
        "timestamp >= today() - 1 AND timestamp < today() @ 2026-03-14T00:00:00Z to"
            + " 2026-03-15T00:00:00Z",
        "timestamp BETWEEN '2026-03-01' AND '2026-03-02' @ 2026-03-01T00:00:00Z to"
            + " 2026-03-02T00:00:00.000001Z",
        "timestamp >= '2026-03-01' OR timestamp >= '2026-02-01' @ 2026-02-01T00:00:00Z to",
        "timestamp >= '2026-03-01' OR event = 'x' @ to",
        "NOT (timestamp >= '2026-03-01') @ to",
        "timestamp >= '2026-03-01' AND event = 'x' AND timestamp >= '2026-03-05' @"
            + " 2026-03-05T00:00:00Z to",
        "toDate(timestamp) = '2026-03-01' @ 2026-03-01T00:00:00Z to 2026-03-02T00:00:00.000001Z",
        "toStartOfMonth(timestamp) >= '2026-03-01' @ 2026-03-01T00:00:00Z to",
        "toStartOfHour(timestamp) < '2026-03-01' @ to 2026-03-01T01:00:00Z",
        "event = '2026-03-01' @ to",
        "created_at >= '2026-03-01' @ to",
        "timestamp >= properties.start @ to",
      })
  void followFromTheConditions(String condition, String range) {
    queries.run("SELECT count() FROM events WHERE " + condition);
    assertThat(taken()).containsExactly(range);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '@',
      quoteCharacter = '^',
      value = {
        "SELECT * FROM (SELECT event, timestamp AS t FROM events) WHERE t >= '2026-03-01' @"
            + " 2026-03-01T00:00:00Z to",
        "SELECT * FROM (SELECT toStartOfDay(timestamp) AS d, count() FROM events GROUP BY d) WHERE"
            + " d >= '2026-03-01' @ 2026-03-01T00:00:00Z to",
        "SELECT * FROM (SELECT max(timestamp) AS t FROM events GROUP BY event) WHERE t >="
            + " '2026-03-01' @ to",
        "SELECT * FROM (SELECT timestamp AS t FROM events LIMIT 5) WHERE t >= '2026-03-01' @ to",
        "SELECT * FROM (SELECT timestamp AS t, row_number() OVER (ORDER BY timestamp) FROM events)"
            + " WHERE t >= '2026-03-01' @ to",
        "WITH e AS (SELECT timestamp AS t FROM events) SELECT count() FROM e WHERE t >="
            + " '2026-03-01' @ 2026-03-01T00:00:00Z to",
        "SELECT * FROM (SELECT timestamp AS t FROM events UNION ALL SELECT now()) WHERE t >="
            + " '2026-03-01' @ 2026-03-01T00:00:00Z to",
        "SELECT 1 WHERE 1 IN (SELECT 1 FROM events WHERE timestamp >= '2026-03-01') @"
            + " 2026-03-01T00:00:00Z to",
        "SELECT count() FROM rejected WHERE received_at >= '2026-03-01' @ 2026-03-01T00:00:00Z to",
        "SELECT count() FROM session_replay_events WHERE received_at >= '2026-03-01' @"
            + " 2026-03-01T00:00:00Z to",
        "SELECT event FROM events WHERE timestamp >= '2026-03-01' HAVING event = 'a' @"
            + " 2026-03-01T00:00:00Z to",
      })
  void followThroughOtherRelations(String query, String range) {
    queries.run(query);
    assertThat(taken()).containsExactly(range);
  }

  @Test
  void reachTheEventsThatSessionsAreMadeOf() {
    queries.run(
        "SELECT session.$session_duration FROM events WHERE timestamp >= '2026-03-10' AND timestamp"
            + " < '2026-03-11' AND session.$pageview_count > 0");
    assertThat(taken())
        .containsExactly(
            "2026-03-10T00:00:00Z to 2026-03-11T00:00:00Z",
            "2026-03-07T00:00:00Z to 2026-03-14T00:00:00Z");
    queries.run("SELECT session.$session_duration FROM events");
    assertThat(taken()).containsExactly("to", "to");
  }

  private static List<String> taken() {
    return lake.takeRanges().stream().map(TestPruning::text).toList();
  }

  private static String text(TimeRange range) {
    return (range.from().map(from -> from + " ").orElse("")
            + "to"
            + range.to().map(to -> " " + to).orElse(""))
        .strip();
  }
}
