package dev.tenrec.query.function;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenrec.http.testing.TestingBrowser;
import dev.tenrec.query.engine.testing.SmallShop;
import dev.tenrec.query.engine.testing.TestingEvent;
import dev.tenrec.query.engine.testing.TestingLake;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TestRefreshing {
  private static final String SIGNUPS =
      "{\"kind\":\"TrendsQuery\",\"series\":[{\"kind\":\"EventsNode\",\"event\":\"signup\"}],"
          + "\"dateRange\":{\"date_from\":\"2026-03-09\",\"date_to\":\"2026-03-12\"}}";

  @TempDir private Path directory;
  private TestingLake lake;
  private QuerySetting setting;

  @BeforeEach
  void open() {
    lake = SmallShop.lake(directory);
    setting = new QuerySetting(lake, "UTC");
  }

  @AfterEach
  void close() {
    setting.close();
  }

  @Test
  void theSameQuestionIsAnsweredFromMemory() {
    JsonNode first = setting.ask(SIGNUPS);
    assertThat(first.path("is_cached").asBoolean()).isFalse();
    assertThat(first.path("last_refresh").asText()).isEqualTo("2026-03-31T12:00:00Z");
    setting.later(3600);
    JsonNode second = setting.ask(SIGNUPS);
    assertThat(second.path("is_cached").asBoolean()).isTrue();
    assertThat(second.path("last_refresh").asText()).isEqualTo("2026-03-31T12:00:00Z");
    assertThat(second.path("next_allowed_client_refresh").asText())
        .isEqualTo("2026-03-31T12:00:00Z");
    assertThat(second.path("cache_target_age").isNull()).isTrue();
    assertThat(second.path("cache_key").asText())
        .startsWith("cache_1_")
        .isEqualTo(first.path("cache_key").asText());
    assertThat(second.path("results")).isEqualTo(first.path("results"));
    assertThat(second.path("cost").path("engine").asText()).isEqualTo("cache");
    assertThat(second.path("cost").path("bytes_scanned").asLong()).isZero();
  }

  @Test
  void newDataThatTheQuestionReadsIsSeenAtOnce() {
    setting.ask(SIGNUPS);
    lake.events(List.of(TestingEvent.of("signup", "fred", "2026-03-11T08:00:00Z")));
    setting.later(2);
    JsonNode answer = setting.ask(SIGNUPS);
    assertThat(answer.path("is_cached").asBoolean()).isFalse();
    assertThat(answer.path("results").get(0).path("data").toString()).isEqualTo("[0,1,1,0]");
  }

  @Test
  void newDataOfOtherDaysChangesNothing() {
    setting.ask(SIGNUPS);
    lake.events(List.of(TestingEvent.of("signup", "fred", "2026-03-31T08:00:00Z")));
    setting.later(2);
    assertThat(setting.ask(SIGNUPS).path("is_cached").asBoolean()).isTrue();
  }

  @Test
  void whoTellsTheTimeIsAskingSomethingElse() {
    String recent =
        QuerySetting.hogql("SELECT count() FROM events WHERE timestamp > now() - INTERVAL 2 DAY")
            .toString();
    assertThat(QuerySetting.rows(setting.ask(recent))).containsExactly("[1]");
    setting.later(2 * 86_400);
    JsonNode later = setting.ask(recent);
    assertThat(later.path("is_cached").asBoolean()).isFalse();
    assertThat(QuerySetting.rows(later)).containsExactly("[0]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"force_blocking\"", "true", "\"force_async\""})
  void whoForcesItHasEverythingComputedAgain(String refresh) {
    setting.ask(SIGNUPS);
    setting.later(60);
    JsonNode again = setting.ask(SIGNUPS, "\"refresh\":" + refresh);
    assertThat(again.path("is_cached").asBoolean()).isFalse();
    assertThat(again.path("last_refresh").asText()).isEqualTo("2026-03-31T12:01:00Z");
    setting.later(60);
    assertThat(setting.ask(SIGNUPS).path("last_refresh").asText())
        .isEqualTo("2026-03-31T12:01:00Z");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"blocking\"",
        "\"async\"",
        "\"lazy_async\"",
        "\"async_except_on_cache_miss\"",
        "\"force_cache\"",
        "false"
      })
  void everyOtherModeTakesWhatIsThere(String refresh) {
    assertThat(setting.ask(SIGNUPS, "\"refresh\":" + refresh).path("results")).hasSize(1);
    assertThat(setting.ask(SIGNUPS, "\"refresh\":" + refresh).path("is_cached").asBoolean())
        .isTrue();
  }

  @Test
  void anAsynchronousQueryIsCompleteAtOnceAndCanBeAskedFor() {
    JsonNode answer =
        setting.ask(SIGNUPS, "\"refresh\":\"force_async\",\"client_query_id\":\"my-query\"");
    JsonNode status = answer.path("query_status");
    assertThat(status.path("id").asText()).isEqualTo("my-query");
    assertThat(status.path("complete").asBoolean()).isTrue();
    assertThat(status.path("error").asBoolean()).isFalse();
    TestingBrowser browser = setting.client(List.of());
    TestingBrowser.Answer asked =
        QuerySetting.send(browser, "GET", "/api/environments/1/query/my-query/", "");
    assertThat(asked.status()).isEqualTo(200);
    JsonNode known = QuerySetting.json(asked).path("query_status");
    assertThat(known.path("complete").asBoolean()).isTrue();
    assertThat(known.path("results").path("results")).isEqualTo(answer.path("results"));
    // Nobody finds it from another project.
    assertThat(QuerySetting.send(browser, "GET", "/api/projects/2/query/my-query/", "").status())
        .isEqualTo(404);
    assertThat(QuerySetting.send(browser, "DELETE", "/api/projects/1/query/my-query/", "").status())
        .isEqualTo(200);
    assertThat(QuerySetting.send(browser, "GET", "/api/projects/1/query/unknown/", "").text())
        .contains("Query unknown is not known");
    assertThat(
            QuerySetting.send(browser, "POST", "/api/projects/1/query/check_auth_for_async/", "")
                .text())
        .isEqualTo("{\"user\":\"ok\"}");
  }

  @Test
  void aQuestionIsAnsweredThoughResultsCannotBeKept() {
    setting.results().outOfReach(true);
    assertThat(setting.ask(SIGNUPS).path("results")).hasSize(1);
    TestingBrowser.Answer asynchronous =
        setting.post("{\"query\":" + SIGNUPS + ",\"refresh\":\"async\"}");
    assertThat(asynchronous.status()).isEqualTo(503);
  }

  @Test
  void anAnswerTooLargeForAFunctionIsFetchedFromWhereItIs() {
    // A text that no compression makes small.
    String hogql =
        "SELECT number, arrayStringConcat(arrayMap(x -> md5(toString(number * 1000 + x)),"
            + " range(30))) FROM numbers(20000) LIMIT 20000";
    TestingBrowser client = setting.client(List.of()).withHeader("accept-encoding", "gzip");
    TestingBrowser.Answer answer =
        QuerySetting.send(
            client,
            "POST",
            "/api/projects/1/query/",
            "{\"query\":" + QuerySetting.hogql(hogql) + "}");
    assertThat(answer.status()).isEqualTo(303);
    byte[] whole = setting.results().follow(answer.headers().get("location")).plain();
    assertThat(QuerySetting.json(new String(whole)).path("results")).hasSize(20_000);
  }
}
