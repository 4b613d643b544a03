package dev.tenrec.query.function;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.http.testing.TestingBrowser;
import dev.tenrec.query.engine.testing.SmallShop;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The project's zone is Berlin, one hour ahead of UTC until 2026-03-29 at 01:00 UTC. */
class TestPlaceholders {
  private static QuerySetting setting;

  @BeforeAll
  static void open(@TempDir Path directory) {
    setting = new QuerySetting(SmallShop.lake(directory), "Europe/Berlin");
  }

  @AfterAll
  static void close() {
    setting.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "SELECT count() FROM events WHERE {filters} | {} | [8]",
        "SELECT count() FROM events WHERE {filters} | {\"properties\":[]} | [8]",
        // 23:30 UTC is half past midnight of the next day in Berlin.
        "SELECT count() FROM events WHERE {filters} |"
            + " {\"dateRange\":{\"date_from\":\"2026-03-12\",\"date_to\":\"2026-03-13\"}} | [2]",
        "SELECT count() FROM events WHERE {filters} |"
            + " {\"dateRange\":{\"date_to\":\"2026-03-10T10:00:05\"}} | [1]",
        "SELECT count() FROM events WHERE {filters} | {\"dateRange\":{\"date_from\":\"-2d\"}} |"
            + " [1]",
        "SELECT count() FROM events WHERE {filters} | {\"dateRange\":{\"date_from\":\"all\"}} |"
            + " [8]",
        "SELECT count() FROM events WHERE event = 'purchase' AND {filters} |"
            + " {\"properties\":[{\"key\":\"price\",\"operator\":\"gt\",\"value\":10}]} | [1]",
        "SELECT count() FROM events e JOIN persons p ON p.id = e.person_id WHERE {filters} |"
            + " {\"dateRange\":{\"date_from\":\"2026-03-29\"},\"properties\":[{\"key\":\"$browser\",\"value\":\"Safari\"}]}"
            + " | [1]",
        "SELECT count() FROM sessions WHERE {filters} |"
            + " {\"dateRange\":{\"date_from\":\"2026-03-11\"},\"properties\":[{\"key\":"
            + "\"$pageview_count\",\"type\":\"session\",\"operator\":\"gte\",\"value\":1}]} | [2]",
        "SELECT count() FROM groups WHERE {filters} |"
            + " {\"properties\":[{\"key\":\"size\",\"type\":\"group\",\"operator\":\"gt\",\"value\":1}]}"
            + " | [1]",
        "SELECT (SELECT count() FROM events WHERE {filters}) |"
            + " {\"dateRange\":{\"date_from\":\"2026-03-29\"}} | [3]",
        "WITH some AS (SELECT event FROM events WHERE {filters}) SELECT count() FROM some |"
            + " {\"dateRange\":{\"date_from\":\"2026-03-29\"}} | [3]",
        "SELECT count() FROM events WHERE timestamp >= {filters.dateRange.from} AND timestamp <"
            + " {filters.dateRange.to} | {\"dateRange\":{\"date_from\":\"2026-03-29\"}} | [3]",
        "SELECT count() FROM events WHERE NOT (timestamp < {filters.dateRange.from}) |"
            + " {\"dateRange\":{\"date_from\":\"2026-03-29\"}} | [3]",
        "SELECT toDate({filters.dateRange.from}) |"
            + " {\"dateRange\":{\"date_from\":\"2026-03-29\"}} | [\"2026-03-29\"]",
      })
  void filtersStandForACondition(String hogql, String filters, String row) {
    assertThat(rows(hogql, "filters", filters)).containsExactly(row);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "SELECT 1 FROM persons WHERE {filters} | {\"dateRange\":{\"date_from\":\"-7d\"}} |"
            + " {filters} can stand where FROM reads events, exceptions, sessions or groups, not"
            + " persons | 28",
        "SELECT 1 FROM (SELECT 1) WHERE {filters} | {\"dateRange\":{\"date_from\":\"-7d\"}} |"
            + " move it into the subquery | 31",
        "SELECT 1 FROM sessions WHERE {filters} |"
            + " {\"properties\":[{\"key\":\"plan\",\"value\":\"pro\"}]} |"
            + " sessions can be filtered by session properties only | 29",
        "SELECT {filters.dateRange.from} FROM events | {} | compare something with it directly | 7",
        "SELECT 1 FROM events WHERE {filters.date_from} | {} | There is no {filters.date_from} |"
            + " 27",
        "SELECT 1 FROM events WHERE {filters} | {\"dateRange\":{\"date_from\":\"soon\"}} |"
            + " \"soon\" is not a date | 27",
        "SELECT 1 FROM events WHERE {filters} |"
            + " {\"properties\":[{\"key\":\"x\",\"operator\":\"like\",\"value\":1}]} |"
            + " there is no such operator | 27",
        "SELECT 1 FROM events WHERE {filters} |"
            + " {\"properties\":[{\"key\":\"nothing\",\"type\":\"event_metadata\",\"value\":1}]} |"
            + " Unknown field 'nothing' | 27",
        "SELECT 1 FROM {table} | {} | a table is needed here | 14",
        "SELECT {1 + 1} | {} | Braces hold a name | 7",
      })
  void aPlaceholderThatMeansNothingThereIsShown(
      String hogql, String filters, String message, int start) {
    assertRefused(
        QuerySetting.hogql(hogql).set("filters", QuerySetting.json(filters)), message, start);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "SELECT {variables.name} | \"value\":\"it's\" | [\"it's\"]",
        "SELECT {variables.name} | \"value\":\"'; DROP TABLE events --\" |"
            + " [\"'; DROP TABLE events --\"]",
        "SELECT {variables.name} + 1 | \"value\":41 | [42]",
        "SELECT {variables.name} | \"value\":1.5 | [1.5]",
        "SELECT {variables.name} | \"value\":true | [true]",
        "SELECT {variables.name} | \"value\":\"x\",\"isNull\":true | [null]",
        "SELECT {variables.name} | \"default_value\":\"preset\" | [\"preset\"]",
        "SELECT count() FROM events WHERE event IN {variables.name} |"
            + " \"value\":[\"signup\",\"purchase\"] | [4]",
        "SELECT number FROM numbers(10) ORDER BY number DESC LIMIT {variables.name} | \"value\":1 |"
            + " [9]",
        "SELECT arrayMap(x -> x * {variables.name}, [1, 2]) | \"value\":3 | [[3,6]]",
        "SELECT CASE WHEN {variables.name} > 1 THEN 'a' ELSE 'b' END | \"value\":2 | [\"a\"]",
      })
  void variablesAreValuesAndNeverText(String hogql, String fields, String row) {
    assertThat(
            rows(
                hogql,
                "variables",
                "{\"id-1\":{\"variableId\":\"id-1\",\"code_name\":\"name\"," + fields + "}}"))
        .containsExactly(row);
  }

  @Test
  void aVariableThatWasNotSentIsNamed() {
    ObjectNode query = QuerySetting.hogql("SELECT {variables.contry}");
    query.set(
        "variables", QuerySetting.json("{\"1\":{\"code_name\":\"country\",\"value\":\"DE\"}}"));
    assertRefused(query, "'contry' is not among those sent with the query. Did you mean", 7);
    assertRefused(QuerySetting.hogql("SELECT {variables.x}"), "Send it in \"variables\"", 7);
    assertRefused(QuerySetting.hogql("SELECT {variables}"), "write {variables.name}", 7);
    ObjectNode empty = QuerySetting.hogql("SELECT {variables.x}");
    empty.set("variables", QuerySetting.json("{\"1\":{\"code_name\":\"x\"}}"));
    assertRefused(empty, "without a value", 7);
  }

  @Test
  void valuesFillPlaceholdersOfTheirName() {
    assertThat(
            rows(
                "SELECT {a}, {b.c}, {list}[2]",
                "values",
                "{\"a\":1,\"b\":{\"c\":\"x\"},\"list\":[1,2]}"))
        .containsExactly("[1,\"x\",2]");
    assertRefused(
        QuerySetting.hogql("SELECT {naem}").set("values", QuerySetting.json("{\"name\":1}")),
        "Did you mean \"name\"?",
        7);
    assertRefused(
        QuerySetting.hogql("SELECT {o}").set("values", QuerySetting.json("{\"o\":{\"x\":1}}")),
        "give a text, a number",
        7);
    TestingBrowser.Answer reserved =
        setting.post(
            "{\"query\":"
                + QuerySetting.hogql("SELECT 1").set("values", QuerySetting.json("{\"filters\":1}"))
                + "}");
    assertThat(reserved.status()).isEqualTo(400);
    assertThat(reserved.text()).contains("give it another name");
  }

  @Test
  void aDashboardOverridesDatesPropertiesAndVariables() {
    ObjectNode query =
        QuerySetting.hogql("SELECT {variables.v}, count() FROM events WHERE {filters} GROUP BY 1");
    query.set(
        "filters",
        QuerySetting.json(
            "{\"dateRange\":{\"date_from\":\"2026-03-29\"},\"properties\":[{\"key\":\"$browser\","
                + "\"operator\":\"is_set\"}]}"));
    query.set("variables", QuerySetting.json("{\"1\":{\"code_name\":\"v\",\"value\":\"own\"}}"));
    String source = "{\"kind\":\"DataVisualizationNode\",\"source\":" + query + "}";
    assertThat(QuerySetting.rows(setting.ask(source))).containsExactly("[\"own\",2]");
    JsonNode overridden =
        setting.ask(
            source,
            "\"filters_override\":{\"date_from\":\"2026-03-10\",\"properties\":[{\"key\":\"price\","
                + "\"operator\":\"is_set\"}]},\"variables_override\":{\"1\":{\"code_name\":\"v\","
                + "\"value\":\"other\"}}");
    assertThat(QuerySetting.rows(overridden)).containsExactly("[\"other\",3]");
  }

  private static List<String> rows(String hogql, String field, String value) {
    ObjectNode query = QuerySetting.hogql(hogql);
    query.set(field, QuerySetting.json(value));
    return QuerySetting.rows(setting.ask(query.toString()));
  }

  private static void assertRefused(JsonNode query, String message, int start) {
    TestingBrowser.Answer answer = setting.post("{\"query\":" + query + "}");
    assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    assertThat(QuerySetting.json(answer).path("detail").asText()).contains(message);
    assertThat(QuerySetting.json(answer).path("start").asInt()).isEqualTo(start);
  }
}
