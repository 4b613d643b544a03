package dev.tenrec.query.engine.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenrec.query.engine.testing.SmallShop;
import dev.tenrec.query.engine.testing.TestingEvent;
import dev.tenrec.query.engine.testing.TestingLake;
import dev.tenrec.query.hogql.function.QueryContext;
import dev.tenrec.query.hogql.parse.HogqlReader;
import dev.tenrec.query.hogql.plan.Plan;
import dev.tenrec.query.hogql.resolve.Resolver;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestPlanKey {
  private static TestingLake lake;

  @BeforeAll
  static void open(@TempDir Path directory) {
    lake = SmallShop.lake(directory);
  }

  @Test
  void differentQueriesHaveDifferentKeys() {
    Map<String, String> seen = new HashMap<>();
    for (String hogql :
        List.of(
            "SELECT event FROM events",
            "SELECT event AS e FROM events",
            "SELECT distinct_id FROM events",
            "SELECT event FROM events LIMIT 1",
            "SELECT event FROM events LIMIT 2",
            "SELECT event FROM events LIMIT 1 OFFSET 1",
            "SELECT event FROM events WHERE event = 'a'",
            "SELECT event FROM events WHERE event = 'b'",
            "SELECT event FROM events WHERE event != 'a'",
            "SELECT event FROM events WHERE event = 'a' OR event = 'b'",
            "SELECT event FROM events WHERE event = 'a' AND event = 'b'",
            "SELECT event FROM events WHERE event IN ('a', 'b')",
            "SELECT event FROM events WHERE event IN ('a, b')",
            "SELECT event FROM events WHERE event IN ('a', 'b', '')",
            "SELECT 1",
            "SELECT 1.0",
            "SELECT '1'",
            "SELECT true",
            "SELECT toDate('2026-03-01')",
            "SELECT toDateTime('2026-03-01 00:00:00')",
            "SELECT [1, 2], 3",
            "SELECT [1], [2, 3]",
            "SELECT sum(1), count() FROM events",
            "SELECT count(), sum(1) FROM events",
            "SELECT count() FROM events GROUP BY event",
            "SELECT count(DISTINCT event) FROM events",
            "SELECT count(event) FROM events",
            "SELECT event FROM events ORDER BY event",
            "SELECT event FROM events ORDER BY event DESC",
            "SELECT event FROM events UNION ALL SELECT event FROM events",
            "SELECT event FROM events UNION DISTINCT SELECT event FROM events")) {
      assertThat(seen.put(key(hogql, "UTC", "").digest(), hogql)).as(hogql).isNull();
    }
  }

  @Test
  void theSameQueryHasTheSameKeyHoweverItIsWritten() {
    String key = key("SELECT event FROM events WHERE event = 'a'", "UTC", "").digest();
    assertThat(key("select event\nfrom events -- all\nwhere (event == 'a')", "UTC", "").digest())
        .isEqualTo(key);
    assertThat(key("SELECT event FROM events WHERE event = 'a'", "Asia/Tokyo", "").digest())
        .isNotEqualTo(key);
    assertThat(key("SELECT event FROM events WHERE event = 'a'", "UTC", "2").digest())
        .isNotEqualTo(key);
  }

  @Test
  void twoProjectsNeverShareAKey() {
    QueryContext first = TestingLake.context("UTC");
    QueryContext second =
        new QueryContext(2, first.zone(), first.now(), first.weekStart(), first.promoted());
    assertThat(PlanKey.of(plan("SELECT 1", second), lake, "").digest())
        .isNotEqualTo(PlanKey.of(plan("SELECT 1", first), lake, "").digest());
  }

  @Test
  void theKeyChangesWithTheFilesThatAreReadAndNoOthers(@TempDir Path other) {
    TestingLake growing = SmallShop.lake(other);
    String early = "SELECT count() FROM events WHERE timestamp < '2026-03-11'";
    String all = "SELECT count() FROM events";
    PlanKey before = key(growing, early);
    PlanKey allBefore = key(growing, all);
    growing.events(List.of(TestingEvent.of("late", "x", "2026-03-20T00:00:00Z")));
    assertThat(key(growing, early)).isEqualTo(before);
    assertThat(key(growing, all).digest()).isNotEqualTo(allBefore.digest());
    assertThat(key(growing, all).bytes()).isGreaterThan(allBefore.bytes());
    growing.events(List.of(TestingEvent.of("early", "x", "2026-03-10T23:00:00Z")));
    assertThat(key(growing, early).digest()).isNotEqualTo(before.digest());
  }

  private static PlanKey key(TestingLake files, String hogql) {
    return PlanKey.of(plan(hogql, TestingLake.context("UTC")), files, "");
  }

  private static PlanKey key(String hogql, String zone, String salt) {
    return PlanKey.of(plan(hogql, TestingLake.context(ZoneId.of(zone).getId())), lake, salt);
  }

  private static Plan plan(String hogql, QueryContext context) {
    return Resolver.resolve(HogqlReader.readQuery(hogql), context);
  }
}
