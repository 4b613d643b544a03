package dev.tenrec.query.engine.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenrec.lake.LakeTable;
import dev.tenrec.query.engine.EngineSettings;
import dev.tenrec.query.engine.QueryFailedException;
import dev.tenrec.query.engine.QueryFailedException.Code;
import dev.tenrec.query.engine.QueryResult;
import dev.tenrec.query.engine.testing.SmallShop;
import dev.tenrec.query.engine.testing.TestingEvent;
import dev.tenrec.query.engine.testing.TestingLake;
import dev.tenrec.query.engine.testing.TestingQueries;
import dev.tenrec.query.hogql.parse.HogqlReader;
import dev.tenrec.query.hogql.plan.Plan;
import dev.tenrec.query.hogql.plan.Relation;
import dev.tenrec.query.hogql.plan.Symbol;
import dev.tenrec.query.hogql.plan.TimeRange;
import dev.tenrec.query.hogql.plan.Type.Scalar;
import dev.tenrec.query.hogql.resolve.Resolver;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TestDuckDbEngine {
  private static final String ENDLESS =
      "SELECT count() FROM numbers(1000000) AS a CROSS JOIN numbers(1000000) AS b"
          + " CROSS JOIN numbers(1000000) AS c WHERE a.number + b.number + c.number = -1";

  @TempDir private Path directory;

  @Test
  void answersWithTheRightColumnsWhenThereIsNoData() {
    try (TestingQueries queries =
        new TestingQueries(new TestingLake(directory), TestingLake.context("UTC"))) {
      QueryResult result =
          queries.run("SELECT event, timestamp, properties.$browser, person_id FROM events");
      assertThat(result.rows()).isEmpty();
      assertThat(result.columns())
          .extracting(column -> column.name() + " " + column.type().label(column.nullable()))
          .containsExactly(
              "event String",
              "timestamp DateTime64(6)",
              "properties.$browser Nullable(String)",
              "person_id UUID");
      assertThat(queries.lines("SELECT count(), max(timestamp) FROM events"))
          .containsExactly("0 | null");
      assertThat(result.cost().files()).isZero();
    }
  }

  @Test
  void stopsAnEndlessQueryAndGoesOn() {
    TestingLake lake = new TestingLake(directory);
    try (DuckDbEngine engine = engine(lake, 512, Duration.ofMillis(300))) {
      assertThatThrownBy(() -> engine.run(plan(ENDLESS)))
          .isInstanceOfSatisfying(
              QueryFailedException.class,
              failure -> assertThat(failure.code()).isEqualTo(Code.TIMEOUT))
          .hasMessageContaining("was stopped");
      assertThat(engine.run(plan("SELECT 1")).rows()).hasSize(1);
    }
  }

  @Test
  void refusesWhatNeedsTooMuchMemoryAndGoesOn() {
    TestingLake lake = new TestingLake(directory);
    try (DuckDbEngine engine = engine(lake, 64, Duration.ofSeconds(60))) {
      assertThatThrownBy(
              () ->
                  engine.run(
                      plan(
                          "SELECT groupArray(repeat(toString(number), 200)) FROM"
                              + " numbers(5000000)")))
          .isInstanceOfSatisfying(
              QueryFailedException.class,
              failure -> assertThat(failure.code()).isEqualTo(Code.MEMORY))
          .hasMessageContaining("64 MB");
      assertThat(engine.run(plan("SELECT 1")).rows()).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT repeat('x', 10000) FROM numbers(30000) LIMIT 30000",
        "SELECT repeat('x', 10000) FROM numbers(30000) LIMIT 100%",
        "SELECT repeat('x', 10000) FROM numbers(30000) ORDER BY number DESC LIMIT 30000",
        "SELECT arrayMap(n -> repeat('x', 10000), range(20)) FROM numbers(1000) LIMIT 1000",
        "SELECT number FROM numbers(30000000) LIMIT 30000000",
      })
  void refusesRowsThatNoProcessCanHold(String hogql) {
    try (DuckDbEngine engine = engine(new TestingLake(directory), 512, Duration.ofSeconds(60))) {
      assertThatThrownBy(() -> engine.run(plan(hogql)))
          .isInstanceOfSatisfying(
              QueryFailedException.class,
              failure -> assertThat(failure.code()).isEqualTo(Code.MEMORY))
          .hasMessage(
              "The rows of the query need more than 32 MB: select fewer columns, or ask for fewer"
                  + " rows");
      assertThat(engine.run(plan("SELECT 1")).rows()).hasSize(1);
    }
  }

  @Test
  void stopsAQueryWhoseRowsDoNotEnd() {
    try (DuckDbEngine engine = engine(new TestingLake(directory), 512, Duration.ofMillis(300))) {
      String slow =
          "SELECT a.number FROM numbers(1000000) AS a CROSS JOIN numbers(1000000) AS b"
              + " WHERE (a.number * b.number) % 1000003 = 7 LIMIT 100000";
      assertThatThrownBy(() -> engine.run(plan(slow)))
          .isInstanceOfSatisfying(
              QueryFailedException.class,
              failure -> assertThat(failure.code()).isEqualTo(Code.TIMEOUT));
      assertThat(engine.run(plan("SELECT 1")).rows()).hasSize(1);
    }
  }

  @Test
  void saysWhichValueItCannotComputeWith() {
    try (DuckDbEngine engine = engine(new TestingLake(directory), 512, Duration.ofSeconds(5))) {
      assertThatThrownBy(
              () -> engine.run(plan("SELECT 9223372036854775807 + number FROM numbers(2)")))
          .isInstanceOfSatisfying(
              QueryFailedException.class,
              failure -> assertThat(failure.code()).isEqualTo(Code.VALUE))
          .hasMessageContaining("Overflow");
    }
  }

  @Test
  void saysSoWhenTheFirstRowsWereGood() {
    try (DuckDbEngine engine = engine(new TestingLake(directory), 512, Duration.ofSeconds(5))) {
      assertThatThrownBy(
              () ->
                  engine.run(
                      plan(
                          "SELECT 9223372036854475807 + number FROM numbers(400000) LIMIT"
                              + " 400000")))
          .isInstanceOfSatisfying(
              QueryFailedException.class,
              failure -> assertThat(failure.code()).isEqualTo(Code.VALUE))
          .hasMessageContaining("Overflow");
    }
  }

  @Test
  void readsNothingOutsideOfItsDirectory(@TempDir Path elsewhere) throws Exception {
    TestingLake outside = SmallShop.lake(elsewhere);
    try (DuckDbEngine engine =
        new DuckDbEngine(
            new EngineSettings(directory, 256L << 20, 32L << 20, 1, Duration.ofSeconds(5)),
            outside,
            outside,
            InstantSource.system())) {
      assertThatThrownBy(() -> engine.run(plan("SELECT count() FROM events")))
          .isInstanceOf(IllegalStateException.class)
          .hasStackTraceContaining("Permission Error");
    }
    assertThat(Files.list(elsewhere)).isNotEmpty();
  }

  @Test
  void neverReadsAnotherProject() {
    TestingLake lake =
        new TestingLake(directory)
            .events(
                List.of(
                    TestingEvent.of("mine", "a", "2026-03-01T00:00:00Z"),
                    TestingEvent.of("theirs", "b", "2026-03-01T00:00:00Z").project(2)));
    try (TestingQueries queries = new TestingQueries(lake, TestingLake.context("UTC"))) {
      assertThat(queries.lines("SELECT event FROM events")).containsExactly("mine");
      assertThat(queries.lines("SELECT event FROM events WHERE true OR event = 'theirs'"))
          .containsExactly("mine");
      Symbol event = new Symbol(1, "event", Scalar.STRING, false);
      Plan foreign =
          new Plan(
              1,
              ZoneId.of("UTC"),
              new Relation.Scan(
                  2, "events", List.of(new Relation.ScanColumn("event", event)), TimeRange.ALWAYS),
              List.of(new Plan.Column("event", Scalar.STRING, false)));
      assertThatThrownBy(() -> queries.engine().run(foreign))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("project 2");
    }
  }

  @Test
  void countsWhatItReads() {
    TestingLake lake = SmallShop.lake(directory);
    try (TestingQueries queries = new TestingQueries(lake, TestingLake.context("UTC"))) {
      QueryResult all = queries.run("SELECT count() FROM events");
      QueryResult one =
          queries.run(
              "SELECT count() FROM events WHERE timestamp >= '2026-03-30' AND timestamp <"
                  + " '2026-04-01'");
      assertThat(all.cost().rows()).isEqualTo(9);
      assertThat(one.cost().rows()).isEqualTo(1);
      assertThat(one.cost().files()).isEqualTo(1);
      assertThat(one.cost().bytes()).isPositive().isLessThan(all.cost().bytes());
      assertThat(one.cost().engine()).isEqualTo("duckdb");
      assertThat(one.cost().plus(all.cost()).rows()).isEqualTo(10);
      // A table that is read twice costs once.
      assertThat(
              queries
                  .run("SELECT count() FROM events AS a JOIN events AS b USING (uuid)")
                  .cost()
                  .rows())
          .isEqualTo(9);
    }
  }

  @Test
  void answersSeveralAtOnce() {
    TestingLake lake = SmallShop.lake(directory);
    try (TestingQueries queries = new TestingQueries(lake, TestingLake.context("UTC"))) {
      List<CompletableFuture<List<String>>> answers =
          IntStream.range(0, 16)
              .mapToObj(
                  number ->
                      CompletableFuture.supplyAsync(
                          () -> queries.lines("SELECT count() + " + number + " FROM events")))
              .toList();
      for (int number = 0; number < answers.size(); number++) {
        assertThat(answers.get(number).join()).containsExactly(Integer.toString(8 + number));
      }
    }
  }

  @Test
  void readsFilesThatLackAColumn() {
    TestingLake lake = new TestingLake(directory);
    LakeTable older =
        new LakeTable(
            "events",
            LakeTable.EVENTS.columns().stream()
                .filter(column -> !column.name().equals("browser"))
                .toList(),
            LakeTable.EVENTS.dayColumn(),
            LakeTable.EVENTS.key(),
            LakeTable.EVENTS.duplicates(),
            LakeTable.EVENTS.sortedBy());
    Map<String, Object> row =
        new java.util.HashMap<>(TestingEvent.of("old", "a", "2026-03-01T00:00:00Z").row());
    row.put("properties", "{\"$browser\":\"Netscape\"}");
    lake.store(older, List.of(row));
    try (TestingQueries queries = new TestingQueries(lake, TestingLake.context("UTC"))) {
      assertThat(queries.lines("SELECT event, properties.$browser FROM events"))
          .containsExactly("old | Netscape");
      lake.events(
          List.of(TestingEvent.of("new", "a", "2026-03-02T00:00:00Z").with("$browser", "Chrome")));
      assertThat(queries.lines("SELECT event, properties.$browser FROM events ORDER BY event"))
          .containsExactly("new | Chrome", "old | Netscape");
    }
  }

  private DuckDbEngine engine(TestingLake lake, long megabytes, Duration timeout) {
    return new DuckDbEngine(
        new EngineSettings(directory, megabytes << 20, 32L << 20, 2, timeout),
        lake,
        lake,
        InstantSource.system());
  }

  private static Plan plan(String hogql) {
    return Resolver.resolve(HogqlReader.readQuery(hogql), TestingLake.context("UTC"));
  }
}
