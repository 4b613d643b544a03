package dev.tenrec.query.engine.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenrec.lake.LakeTable;
import dev.tenrec.query.engine.testing.TestingEvent;
import dev.tenrec.query.engine.testing.TestingLake;
import dev.tenrec.query.engine.testing.TestingQueries;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestSessions {
  @TempDir private Path directory;

  @Test
  void beginAndEndWithPagesThoughOtherEventsCameBeforeAndAfter() {
    assertThat(
            ask(
                "SELECT $entry_pathname, $entry_utm_source, $end_pathname, $start_timestamp,"
                    + " $end_timestamp FROM sessions",
                event("started", "10:00:00").with("$pathname", "/boot").with("utm_source", "mail"),
                event("$pageview", "10:00:01").with("$pathname", "/first"),
                event("$pageview", "10:00:02").with("$pathname", "/last"),
                event("left", "10:00:03").with("$pathname", "/gone")))
        .containsExactly("/first | mail | /last | 2026-03-10T10:00:00Z | 2026-03-10T10:00:03Z");
  }

  @Test
  void withoutPagesTakeWhatTheirOtherEventsSay() {
    assertThat(
            ask(
                "SELECT $entry_pathname, $end_pathname, $entry_gclid, $entry_has_gclid,"
                    + " $entry_has_fbclid FROM sessions",
                event("a", "10:00:00"),
                event("b", "10:00:01").with("$pathname", "/b").with("gclid", "x"),
                event("c", "10:00:02").with("$pathname", "/c"),
                event("d", "10:00:03")))
        .containsExactly("/b | /c | x | true | false");
  }

  @Test
  void bounceWithOnePageAndNothingElseInTenSeconds() {
    String bounce = "SELECT $is_bounce FROM sessions";
    assertThat(ask(bounce, event("$pageview", "10:00:00"))).containsExactly("true");
    assertThat(ask(bounce, event("$pageview", "10:00:00"), event("bought", "10:00:09")))
        .containsExactly("true");
    assertThat(ask(bounce, event("$pageview", "10:00:00"), event("bought", "10:00:10")))
        .containsExactly("false");
    assertThat(ask(bounce, event("$pageview", "10:00:00"), event("$autocapture", "10:00:01")))
        .containsExactly("false");
    assertThat(ask(bounce, event("$screen", "10:00:00"), event("$screen", "10:00:01")))
        .containsExactly("false");
    assertThat(ask(bounce, event("bought", "10:00:00"))).containsExactly("null");
  }

  @Test
  void countPagesScreensAndClicks() {
    assertThat(
            ask(
                "SELECT $pageview_count, $screen_count, $autocapture_count,"
                    + " $page_screen_autocapture_count_up_to FROM sessions",
                event("$pageview", "10:00:00"),
                event("$pageview", "10:00:01"),
                event("$autocapture", "10:00:02"),
                event("bought", "10:00:03")))
        .containsExactly("2 | 0 | 1 | 2");
  }

  @Test
  void knowTheAddressesOfPagesOnly() {
    assertThat(
            ask(
                "SELECT arraySort($urls), $num_uniq_urls, $last_external_click_url FROM sessions",
                event("$pageview", "10:00:00").with("$current_url", "https://a/1"),
                event("$pageview", "10:00:01").with("$current_url", "https://a/2"),
                event("$pageview", "10:00:02").with("$current_url", "https://a/1"),
                event("$autocapture", "10:00:03")
                    .with("$current_url", "https://a/3")
                    .with("$external_click_url", "https://b/")))
        .containsExactly("[\"https://a/1\",\"https://a/2\"] | 2 | https://b/");
  }

  @Test
  void belongToThePersonThatTheLastEventBelongsToNow() {
    TestingLake lake =
        lake(
            event("$pageview", "10:00:00"),
            TestingEvent.of("b", "late", "2026-03-10T10:00:01Z").with("$session_id", "s"));
    lake.store(
        LakeTable.PERSON_OVERRIDES,
        List.of(
            Map.of(
                "project_id",
                1L,
                "old_person_id",
                TestingEvent.id("late"),
                "person_id",
                TestingEvent.id("real"),
                "version",
                1L,
                "merged_at",
                Instant.EPOCH)));
    assertThat(ask(lake, "SELECT distinct_id, person_id FROM sessions"))
        .containsExactly("late | " + TestingEvent.id("real"));
  }

  @Test
  void areNotMadeOfEventsWithoutOne() {
    assertThat(
            ask(
                "SELECT count() FROM sessions",
                event("a", "10:00:00").with("$session_id", ""),
                TestingEvent.of("b", "ana", "2026-03-10T10:00:00Z")))
        .containsExactly("0");
  }

  @Test
  void filterTheEventsTheyBelongTo() {
    TestingLake lake =
        lake(
            event("$pageview", "10:00:00").with("$pathname", "/in"),
            event("bought", "10:00:20"),
            TestingEvent.of("bought", "bob", "2026-03-10T11:00:00Z"));
    assertThat(
            ask(
                lake,
                "SELECT event, session.$entry_pathname, session.$is_bounce,"
                    + " session.$entry_has_gclid FROM events WHERE event = 'bought' ORDER BY"
                    + " timestamp"))
        .containsExactly("bought | /in | false | false", "bought | null | null | null");
    assertThat(ask(lake, "SELECT count() FROM events WHERE session.$entry_pathname = '/in'"))
        .containsExactly("2");
  }

  private static TestingEvent event(String name, String time) {
    return TestingEvent.of(name, "ana", "2026-03-10T" + time + "Z").with("$session_id", "s");
  }

  private TestingLake lake(TestingEvent... events) {
    return new TestingLake(directory).events(Arrays.asList(events));
  }

  private List<String> ask(String hogql, TestingEvent... events) {
    return ask(lake(events), hogql);
  }

  private static List<String> ask(TestingLake lake, String hogql) {
    try (TestingQueries queries = new TestingQueries(lake, TestingLake.context("UTC"))) {
      return queries.lines(hogql);
    }
  }
}
