package dev.tenrec.query.engine.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenrec.query.engine.QueryEngine;
import dev.tenrec.query.engine.QueryResult;
import dev.tenrec.query.engine.duckdb.DuckDbEngine;
import dev.tenrec.query.engine.testing.SmallShop;
import dev.tenrec.query.engine.testing.TestingEvent;
import dev.tenrec.query.engine.testing.TestingLake;
import dev.tenrec.query.hogql.parse.HogqlReader;
import dev.tenrec.query.hogql.plan.Plan;
import dev.tenrec.query.hogql.resolve.Resolver;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestCachedEngine {
  private static final Instant NOON = Instant.parse("2026-03-31T12:00:00Z");
  private static final String COUNT = "SELECT event, count() FROM events GROUP BY event ORDER BY 1";

  @TempDir private Path directory;
  private final AtomicInteger computed = new AtomicInteger();
  private final Map<String, byte[]> kept = new HashMap<>();
  private TestingLake lake;
  private DuckDbEngine duckDb;

  @BeforeEach
  void open() {
    lake = SmallShop.lake(directory);
    duckDb = new DuckDbEngine(lake.settings(), lake, lake, InstantSource.fixed(NOON));
  }

  @AfterEach
  void close() {
    duckDb.close();
  }

  @Test
  void computesOnceWhatIsAskedTwice() {
    CachedEngine engine = engine("1", Long.MAX_VALUE);
    QueryResult first = engine.run(plan(COUNT));
    QueryResult second = engine.run(plan(COUNT));
    assertThat(computed).hasValue(1);
    assertThat(second.rows()).isEqualTo(first.rows());
    assertThat(second.columns()).isEqualTo(first.columns());
    assertThat(List.of(first.cached(), second.cached())).containsExactly(false, true);
    assertThat(second.computedAt()).isEqualTo(NOON);
    assertThat(second.cost().bytes()).isZero();
    assertThat(kept).isEmpty();
  }

  @Test
  void computesAgainWhenAnyTableOfTheQueryHasAnotherFile() {
    CachedEngine engine = engine("1", Long.MAX_VALUE);
    String joined = "SELECT count() FROM events WHERE person_id IN (SELECT id FROM persons)";
    engine.run(plan(joined));
    engine.run(plan(joined));
    assertThat(computed).hasValue(1);
    lake.store(
        dev.tenrec.lake.LakeTable.PERSON_VERSIONS,
        List.of(
            Map.of(
                "project_id",
                1L,
                "person_id",
                TestingEvent.id("dora"),
                "version",
                1L,
                "distinct_ids",
                List.of("dora"),
                "properties",
                "{}",
                "identified",
                false,
                "deleted",
                false,
                "created_at",
                NOON,
                "updated_at",
                NOON)));
    assertThat(engine.run(plan(joined)).cached()).isFalse();
    assertThat(computed).hasValue(2);
  }

  @Test
  void keepsWhatLargeScansGaveForOtherProcesses() {
    QueryResult first = engine("1", 1).run(plan(COUNT));
    assertThat(kept).hasSize(1);
    QueryResult elsewhere = engine("1", 1).run(plan(COUNT));
    assertThat(elsewhere.cached()).isTrue();
    assertThat(elsewhere.computedAt()).isEqualTo(NOON);
    assertThat(elsewhere.rows()).hasToString(first.rows().toString());
    assertThat(computed).hasValue(1);
    assertThat(engine("2", 1).run(plan(COUNT)).cached()).isFalse();
  }

  @Test
  void computesAgainWhatWasKeptBadly() {
    engine("1", 1).run(plan(COUNT));
    kept.replaceAll((_, bytes) -> new byte[] {1, 2, 3});
    assertThat(engine("1", 1).run(plan(COUNT)).cached()).isFalse();
    assertThat(engine("1", 1).run(plan(COUNT)).cached()).isTrue();
  }

  @Test
  void computesEverythingForThoseWhoWantThatAndRemembersIt() {
    CachedEngine engine = engine("1", Long.MAX_VALUE);
    engine.run(plan(COUNT));
    assertThat(engine.recomputing().run(plan(COUNT)).cached()).isFalse();
    assertThat(computed).hasValue(2);
    assertThat(engine.run(plan(COUNT)).cached()).isTrue();
  }

  private CachedEngine engine(String salt, long worthKeeping) {
    QueryEngine counting =
        plan -> {
          computed.incrementAndGet();
          return duckDb.run(plan);
        };
    KeptResults results =
        new KeptResults() {
          @Override
          public Optional<byte[]> get(long project, String key) {
            return Optional.ofNullable(kept.get(project + key));
          }

          @Override
          public void put(long project, String key, byte[] result) {
            kept.put(project + key, result);
          }
        };
    return new CachedEngine(counting, lake, results, 1 << 20, salt, worthKeeping);
  }

  private static Plan plan(String hogql) {
    return Resolver.resolve(HogqlReader.readQuery(hogql), TestingLake.context("UTC"));
  }
}
