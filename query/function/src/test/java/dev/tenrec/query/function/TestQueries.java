package dev.tenrec.query.function;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenrec.http.testing.TestingBrowser;
import dev.tenrec.query.engine.testing.SmallShop;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestQueries {
  @TempDir private Path directory;
  private QuerySetting setting;

  @BeforeEach
  void open() {
    setting = new QuerySetting(SmallShop.lake(directory), "UTC");
  }

  @AfterEach
  void close() {
    setting.close();
  }

  @Test
  void rowsComeWithTheirColumnsTypesAndCost() {
    JsonNode answer =
        setting.ask(
            QuerySetting.hogql(
                    "SELECT event, count() AS times, max(toFloat(properties.price)) AS top FROM"
                        + " events GROUP BY event ORDER BY event")
                .toString());
    assertThat(QuerySetting.rows(answer))
        .containsExactly(
            "[\"$autocapture\",1,null]",
            "[\"$pageview\",3,12.0]",
            "[\"purchase\",2,20.0]",
            "[\"signup\",2,5.0]");
    assertThat(answer.path("columns").toString()).isEqualTo("[\"event\",\"times\",\"top\"]");
    assertThat(answer.path("types").toString())
        .isEqualTo(
            "[[\"event\",\"String\"],[\"times\",\"Int64\"],[\"top\",\"Nullable(Float64)\"]]");
    assertThat(answer.path("hogql").asText()).endsWith("ORDER BY event LIMIT 100");
    assertThat(answer.path("cost").path("engine").asText()).isEqualTo("duckdb");
    assertThat(answer.path("cost").path("rows_scanned").asLong()).isEqualTo(9);
    assertThat(answer.path("timezone").asText()).isEqualTo("UTC");
  }

  @Test
  void noQuestionReadsAnotherProject() {
    assertThat(setting.rows("SELECT count() FROM events WHERE event = 'secret'"))
        .containsExactly("[0]");
    TestingBrowser.Answer other =
        QuerySetting.send(
            setting.client(List.of()),
            "POST",
            "/api/environments/2/query",
            "{\"query\":" + QuerySetting.hogql("SELECT event FROM events") + "}");
    assertThat(QuerySetting.rows(QuerySetting.json(other))).containsExactly("[\"secret\"]");
  }

  @Test
  void onlyThoseWhoMayQueryAreAnswered() {
    String body = "{\"query\":" + QuerySetting.hogql("SELECT 1") + "}";
    String path = "/api/projects/1/query/";
    assertThat(QuerySetting.send(setting.stranger(), "POST", path, body).status()).isEqualTo(401);
    TestingBrowser.Answer refused =
        QuerySetting.send(setting.client(List.of("insight:read")), "POST", path, body);
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.text()).contains("query:read");
    assertThat(
            QuerySetting.send(setting.client(List.of("query:read")), "POST", path, body).status())
        .isEqualTo(200);
    assertThat(
            QuerySetting.send(setting.client(List.of()), "POST", "/api/projects/9/query/", body)
                .status())
        .isEqualTo(404);
  }

  @Test
  void aMistakeIsShownWhereItIs() {
    TestingBrowser.Answer answer =
        setting.post(
            "{\"query\":" + QuerySetting.hogql("SELECT event,\n  evnt\nFROM events") + "}");
    assertThat(answer.status()).isEqualTo(400);
    JsonNode body = QuerySetting.json(answer);
    assertThat(body.path("type").asText()).isEqualTo("validation_error");
    assertThat(body.path("code").asText()).isEqualTo("unknown_field");
    assertThat(body.path("detail").asText())
        .isEqualTo("Unknown field 'evnt'. Did you mean \"event\"? (line 2, column 3)");
    assertThat(body.path("start").asInt()).isEqualTo(16);
    assertThat(body.path("end").asInt()).isEqualTo(20);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | required | This field is required.",
        "{\"query\":{}} | invalid_choice | kind is",
        "{\"query\":{\"kind\":\"HogQLQuery\"}} | required | write a SELECT",
        "{\"query\":{\"kind\":\"TrendsQuery\"}} | invalid_input | series has 0 entries",
        "{\"query\":{\"kind\":\"HogQLQuery\",\"query\":\"SELECT 1\"},\"refresh\":\"soon\"} |"
            + " invalid_choice | force_blocking, blocking",
        "{\"query\":{\"kind\":\"HogQLQuery\",\"query\":\"SELECT 1\"},\"client_query_id\":\"../x\"}"
            + " | invalid | letters, digits",
        "{\"query\":{\"kind\":\"HogQLQuery\",\"query\":\"SELECT toInt(9223372036854775807) + 1\"}}"
            + " | value | Overflow",
        "{\"query\":{\"kind\":\"EventsQuery\",\"after\":\"soon\"}} | invalid_input | is not a date",
      })
  void aBadRequestIsToldWhatToMend(String body, String code, String detail) {
    TestingBrowser.Answer answer = setting.post(body);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(QuerySetting.json(answer).path("code").asText()).isEqualTo(code);
    assertThat(QuerySetting.json(answer).path("detail").asText()).contains(detail);
  }

  @Test
  void aHundredRowsAreGivenWhereNothingIsSaid() {
    JsonNode page = setting.ask(QuerySetting.hogql("SELECT number FROM numbers(101)").toString());
    assertThat(page.path("results")).hasSize(100);
    assertThat(page.path("hasMore").asBoolean()).isTrue();
    assertThat(page.path("limit").asLong()).isEqualTo(100);
    JsonNode all = setting.ask(QuerySetting.hogql("SELECT number FROM numbers(100)").toString());
    assertThat(all.path("results")).hasSize(100);
    assertThat(all.path("hasMore").asBoolean()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SELECT number FROM numbers(60000) LIMIT 60000 | 50000 | true",
        "SELECT number FROM numbers(50000) LIMIT 60000 | 50000 | false",
        "SELECT number FROM numbers(60000) LIMIT 100% | 50000 | true",
        "SELECT number FROM numbers(60000) LIMIT 7 | 7 | false",
        "SELECT number FROM numbers(200) LIMIT 150 OFFSET 100 | 100 | false",
        "SELECT 1 UNION ALL SELECT number FROM numbers(200) | 101 | true",
        "SELECT 1 UNION ALL SELECT number FROM numbers(98) | 99 | false",
      })
  void noQueryGivesMoreThanFiftyThousandRows(String hogql, int rows, boolean more) {
    TestingBrowser.Answer sent = setting.post("{\"query\":" + QuerySetting.hogql(hogql) + "}");
    JsonNode answer = QuerySetting.json(sent);
    assertThat(answer.path("results")).hasSize(rows);
    assertThat(answer.path("hasMore").asBoolean()).isEqualTo(more);
  }

  @Test
  void aFileIsGivenAllRows() {
    TestingBrowser spreadsheet = setting.client(List.of()).withHeader("accept", "text/csv");
    String hogql =
        "SELECT number AS n, if(number = 0, '=1+1', 'a \"b\", c') AS text, NULL AS none, [1, 2] AS"
            + " list FROM numbers(101) ORDER BY n";
    TestingBrowser.Answer file =
        QuerySetting.send(
            spreadsheet,
            "POST",
            "/api/projects/1/query/",
            "{\"query\":" + QuerySetting.hogql(hogql) + "}");
    assertThat(file.headers()).containsEntry("content-type", "text/csv; charset=utf-8");
    assertThat(file.text().split("\r\n"))
        .hasSize(102)
        .startsWith("n,text,none,list", "0,'=1+1,,\"[1,2]\"", "1,\"a \"\"b\"\", c\",,\"[1,2]\"");
    TestingBrowser.Answer refused =
        QuerySetting.send(
            spreadsheet,
            "POST",
            "/api/projects/1/query/",
            "{\"query\":{\"kind\":\"DatabaseSchemaQuery\"}}");
    assertThat(refused.status()).isEqualTo(400);
  }

  @Test
  void theSchemaNamesEveryTableAndFieldThatCanBeAskedFor() {
    JsonNode tables = setting.ask("{\"kind\":\"DatabaseSchemaQuery\"}").path("tables");
    tables
        .properties()
        .forEach(
            table -> {
              JsonNode answer =
                  setting.ask(
                      QuerySetting.hogql("SELECT * FROM " + table.getKey() + " LIMIT 1")
                          .toString());
              assertThat(answer.path("results").isArray()).as(table.getKey()).isTrue();
              table
                  .getValue()
                  .path("fields")
                  .properties()
                  .forEach(field -> readable(table.getKey(), field.getKey(), field.getValue()));
            });
    assertThat(tables.path("events").path("fields").path("timestamp").path("type").asText())
        .isEqualTo("datetime64(6)");
    assertThat(tables.path("events").path("fields").path("properties").path("type").asText())
        .isEqualTo("json");
  }

  private void readable(String table, String field, JsonNode described) {
    if (!described.path("type").asText().equals("virtual_table")) {
      setting.ask(
          QuerySetting.hogql("SELECT `%s` FROM %s LIMIT 1".formatted(field, table)).toString());
    }
  }

  @Test
  void metadataTellsMistakesWithoutRunning() {
    JsonNode good =
        setting.ask("{\"kind\":\"HogQLMetadata\",\"query\":\"SELECT event FROM events\"}");
    assertThat(good.path("isValid").asBoolean()).isTrue();
    assertThat(good.has("cost")).isFalse();
    JsonNode bad =
        setting.ask("{\"kind\":\"HogQLMetadata\",\"query\":\"SELECT event FROM evnts\"}");
    assertThat(bad.path("isValid").asBoolean()).isFalse();
    assertThat(bad.path("errors").get(0).path("message").asText()).contains("evnts");
    assertThat(bad.path("errors").get(0).path("start").asInt()).isEqualTo(18);
  }

  @Test
  void eventsAreListedNewestFirst() {
    JsonNode answer =
        setting.ask(
            "{\"kind\":\"EventsQuery\",\"select\":[\"event\",\"properties.price\",\"person\"],"
                + "\"after\":\"2026-03-11\",\"properties\":[{\"key\":\"price\",\"value\":7,"
                + "\"operator\":\"gt\"}],\"limit\":2}");
    assertThat(answer.path("results"))
        .extracting(row -> row.get(0).asText() + " " + row.get(1).asText())
        .containsExactly("purchase 20", "$pageview 12");
    assertThat(answer.path("hasMore").asBoolean()).isTrue();
    assertThat(answer.path("results").get(0).get(2).path("distinct_id").asText()).isEqualTo("bob");
    JsonNode whole =
        setting.ask(
            "{\"kind\":\"DataTableNode\",\"source\":{\"kind\":\"EventsQuery\",\"select\":[\"*\"],"
                + "\"event\":\"signup\",\"after\":\"all\"}}");
    assertThat(whole.path("results")).hasSize(2);
    assertThat(whole.path("results").get(1).get(0).path("properties").path("price").asInt())
        .isEqualTo(5);
  }

  @Test
  void trendsCountAPersonOnceWhoWasTwo() {
    JsonNode answer =
        setting.ask(
            "{\"kind\":\"InsightVizNode\",\"source\":{\"kind\":\"TrendsQuery\",\"series\":[{\"kind\":"
                + "\"EventsNode\",\"event\":null,\"math\":\"dau\"}],\"dateRange\":{\"date_from\":"
                + "\"2026-03-10\",\"date_to\":\"2026-03-12\"}}}");
    JsonNode result = answer.path("results").get(0);
    // "anon" and "ana" of the first day are one person since their merge.
    assertThat(result.path("data").toString()).isEqualTo("[1,1,1]");
    assertThat(result.path("days").toString())
        .isEqualTo("[\"2026-03-10\",\"2026-03-11\",\"2026-03-12\"]");
  }

  @Test
  void allBeginsWithTheFirstEvent() {
    JsonNode answer =
        setting.ask(
            "{\"kind\":\"TrendsQuery\",\"series\":[{\"kind\":\"EventsNode\",\"event\":\"signup\"}],"
                + "\"dateRange\":{\"date_from\":\"all\"}}");
    assertThat(answer.path("results").get(0).path("days").get(0).asText()).isEqualTo("2026-03-10");
    assertThat(answer.path("results").get(0).path("count").asInt()).isEqualTo(2);
  }

  @Test
  void testAccountsAreLeftOutWhenAsked() {
    setting.change(
        settings ->
            settings.withTestAccountFilters(
                QuerySetting.json(
                    "[{\"key\":\"email\",\"type\":\"person\",\"operator\":\"not_icontains\","
                        + "\"value\":\"@shop.example\"}]")));
    String trends =
        "{\"kind\":\"TrendsQuery\",\"filterTestAccounts\":%s,\"series\":[{\"kind\":\"EventsNode\","
            + "\"event\":\"signup\"}],\"dateRange\":{\"date_from\":\"all\"}}";
    assertThat(setting.ask(trends.formatted(false)).path("results").get(0).path("count").asInt())
        .isEqualTo(2);
    assertThat(setting.ask(trends.formatted(true)).path("results").get(0).path("count").asInt())
        .isEqualTo(1);
    assertThat(
            QuerySetting.rows(
                setting.ask(
                    "{\"kind\":\"EventsQuery\",\"select\":[\"event\"],\"event\":\"signup\","
                        + "\"after\":\"all\",\"filterTestAccounts\":true}")))
        .hasSize(1);
    assertThat(
            QuerySetting.rows(
                setting.ask(
                    QuerySetting.hogql("SELECT count() FROM events WHERE {filters}")
                        .set("filters", QuerySetting.json("{\"filterTestAccounts\":true}"))
                        .toString())))
        .containsExactly("[6]");
  }
}
