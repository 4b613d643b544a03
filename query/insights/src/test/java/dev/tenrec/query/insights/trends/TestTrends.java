package dev.tenrec.query.insights.trends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.query.engine.testing.TestingEvent;
import dev.tenrec.query.engine.testing.TestingLake;
import dev.tenrec.query.engine.testing.TestingQueries;
import dev.tenrec.query.hogql.resolve.Resolver;
import dev.tenrec.query.insights.InsightException;
import dev.tenrec.query.insights.dates.Today;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ana and Bob in the week before 2026-03-15; the shapes of answers that no reference knows. */
class TestTrends {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static TestingQueries queries;

  @BeforeAll
  static void open(@TempDir Path directory) {
    TestingLake lake =
        new TestingLake(directory)
            .events(
                List.of(
                    view("ana", "2026-03-10T10:00:00Z", "/a", "s1", 1).with("app", "1.2.3"),
                    view("ana", "2026-03-10T10:00:30Z", "/a/", "s1", 5.5).with("app", "1.2.10"),
                    view("ana", "2026-03-11T10:00:00Z", "/a?#", "s2", 10).with("app", "1.10.0"),
                    view("ana", "2026-03-11T10:00:10Z", "/", "s2", 11).with("app", "v2.0.0-beta"),
                    view("bob", "2026-03-12T10:00:00Z", "/b", "s3", 21).with("app", "none"),
                    TestingEvent.of("buy", "bob", "2026-03-12T11:00:00Z")
                        .with("price", "much")
                        .with("when", "2026-03-05"),
                    TestingEvent.of("leave", "bob", "2026-03-12T12:00:00Z")));
    queries = new TestingQueries(lake, TestingLake.context("UTC"));
  }

  @AfterAll
  static void close() {
    queries.close();
  }

  private static TestingEvent view(
      String who, String when, String path, String session, double price) {
    return TestingEvent.of("view", who, when)
        .with("$pathname", path)
        .with("$session_id", session)
        .with("price", price);
  }

  @Test
  void rangesOfNumbersDivideASeries() throws JsonProcessingException {
    JsonNode results =
        ask(
            "{\"series\":[{\"kind\":\"EventsNode\",\"event\":null}],\"trendsFilter\":{\"display\":"
                + "\"ActionsTable\"},\"breakdownFilter\":{\"breakdown\":\"price\",\"breakdown_type\":"
                + "\"event\",\"breakdown_histogram_bin_count\":4}}");
    assertThat(results)
        .extracting(
            one -> one.path("breakdown_value").asText() + " " + one.path("aggregated_value"))
        .containsExactlyInAnyOrder(
            "[1,6] 2", "[6,11] 1", "[11,16] 1", "[16,21.01] 1", "[\"\",\"\"] 2");
  }

  @Test
  void rangesOfNothingAreNone() throws JsonProcessingException {
    JsonNode results =
        ask(
            "{\"series\":[{\"kind\":\"EventsNode\",\"event\":\"buy\"}],\"breakdownFilter\":"
                + "{\"breakdowns\":[{\"property\":\"price\",\"type\":\"event\","
                + "\"histogram_bin_count\":3}]}}");
    assertThat(results).hasSize(1);
    assertThat(results.get(0).path("breakdown_value").asText()).isEqualTo("[\"\",\"\"]");
  }

  @Test
  void addressesThatDifferInTheirEndOnlyAreOne() throws JsonProcessingException {
    JsonNode results =
        ask(
            "{\"series\":[{\"kind\":\"EventsNode\",\"event\":\"view\"}],\"breakdownFilter\":"
                + "{\"breakdown\":\"$pathname\",\"breakdown_normalize_url\":true}}");
    assertThat(results)
        .extracting(one -> one.path("label").asText() + " " + one.path("count"))
        .containsExactly("/a 3", "/ 1", "/b 1");
  }

  @Test
  void aSessionHasOneLengthHoweverManyEventsItHas() throws JsonProcessingException {
    JsonNode results =
        ask(
            "{\"series\":[{\"kind\":\"EventsNode\",\"event\":\"view\",\"math\":\"sum\","
                + "\"math_property\":\"$session_duration\",\"math_property_type\":"
                + "\"session_properties\"}],\"trendsFilter\":{\"display\":\"BoldNumber\"}}");
    assertThat(results.get(0).path("aggregated_value").asDouble()).isEqualTo(40);
    assertThat(results.get(0).path("data")).isEmpty();
    assertThat(results.get(0).path("days")).isEmpty();
  }

  @Test
  void severalEventsCanBeOneSeries() throws JsonProcessingException {
    JsonNode results =
        ask(
            "{\"series\":[{\"kind\":\"GroupNode\",\"operator\":\"OR\",\"math\":\"dau\",\"nodes\":["
                + "{\"kind\":\"EventsNode\",\"event\":\"view\",\"properties\":[{\"key\":\"price\","
                + "\"operator\":\"gt\",\"value\":10}]},{\"kind\":\"EventsNode\",\"event\":\"buy\"}]}]}");
    JsonNode one = results.get(0);
    assertThat(one.path("label").asText()).isEqualTo("view, buy");
    assertThat(one.path("action").path("type").asText()).isEqualTo("groups");
    assertThat(one.path("count").asInt()).isEqualTo(2);
  }

  @Test
  void aFormulaIsCalledAsItWasNamed() throws JsonProcessingException {
    JsonNode results =
        ask(
            "{\"series\":[{\"kind\":\"EventsNode\",\"event\":\"view\"},{\"kind\":\"EventsNode\","
                + "\"event\":\"buy\"}],\"trendsFilter\":{\"display\":\"BoldNumber\","
                + "\"formulaNodes\":[{\"formula\":\"B / A * 100\",\"custom_name\":\"Conversion\"},"
                + "{\"formula\":\"A - B\"}]}}");
    assertThat(results)
        .extracting(one -> one.path("label").asText() + " " + one.path("aggregated_value"))
        .containsExactly("Conversion 20", "Formula (A - B) 4");
  }

  @Test
  void theAnswerSaysWhichDatesItIsOf() throws JsonProcessingException {
    ObjectNode answer =
        answer("{\"series\":[{\"kind\":\"EventsNode\"}],\"dateRange\":{\"date_from\":\"-2d\"}}");
    assertThat(answer.path("resolved_date_range").path("date_from").asText())
        .isEqualTo("2026-03-13T00:00Z");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "semver_eq | 1.2.3 | 1",
        "semver_neq | 1.2.3 | 3",
        "semver_gt | 1.2.3 | 3",
        "semver_gte | 1.10 | 2",
        "semver_lt | 1.10.0 | 2",
        "semver_lte | 1.10.0 | 3",
        "semver_tilde | 1.2.3 | 2",
        "semver_caret | 1.2.4 | 2",
        "semver_wildcard | 1.2.* | 2",
        "semver_wildcard | 1.* | 3",
      })
  void versionsAreComparedAsVersions(String operator, String value, int count)
      throws JsonProcessingException {
    assertThat(counted("app", operator, "\"" + value + "\"")).isEqualTo(count);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "when | gt | \"2026-03-04\" | 1",
        "when | lt | \"2026-03-05\" | 0",
        "when | lte | \"2026-03-05\" | 1",
        "when | is_date_before | \"-7d\" | 1",
        "when | is_date_exact | \"2026-03-05\" | 1",
        "price | between | [5, 10] | 2",
        "price | is_not | [] | 7",
        "price | exact | [] | 7",
        "price | gt | [] | 7",
        "$pathname | starts_with | \"/a\" | 3",
        "$pathname | ends_with | \"/\" | 2",
        "$pathname | is_cleaned_path_exact | \"/b\" | 1",
      })
  void propertiesAreFiltered(String key, String operator, String value, int count)
      throws JsonProcessingException {
    assertThat(counted(key, operator, value)).isEqualTo(count);
  }

  private static int counted(String key, String operator, String value)
      throws JsonProcessingException {
    return ask("{\"series\":[{\"kind\":\"EventsNode\",\"event\":null}],\"properties\":[{\"key\":\"%s\",\"operator\":\"%s\",\"value\":%s}]}"
            .formatted(key, operator, value))
        .get(0)
        .path("count")
        .asInt();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"series\":[{\"kind\":\"EventsNode\",\"math\":\"mode\"}]} | math is \"mode\"",
        "{\"series\":[{\"kind\":\"EventsNode\",\"math\":\"sum_count_per_actor\"}]} | math is",
        "{\"series\":[{\"kind\":\"EventsNode\",\"math\":\"p90\"}]} | needs math_property",
        "{\"series\":[{\"kind\":\"ActionsNode\",\"id\":1}]} | ActionsNode",
        "{\"series\":[{\"kind\":\"GroupNode\",\"nodes\":[]}]} | has no nodes",
        "{\"series\":[{}],\"breakdownFilter\":{\"breakdown\":[1],\"breakdown_type\":\"cohort\"}} |"
            + " no cohorts",
        "{\"series\":[{}],\"compareFilter\":{\"compare\":true,\"compare_to\":\"soon\"}} |"
            + " compare_to is \"soon\"",
        "{\"series\":[{}],\"properties\":[{\"key\":\"a\",\"operator\":\"semver_gt\",\"value\":\"x\"}]}"
            + " | a version is needed",
        "{\"series\":[{}],\"properties\":[{\"key\":\"a\",\"operator\":\"gt\",\"value\":\"x\"}]} |"
            + " compare with a number, or a date",
      })
  void whatCannotBeAskedIsNamedWithTheCure(String question, String message) {
    assertThatThrownBy(() -> answer(question))
        .isInstanceOf(InsightException.class)
        .hasMessageContaining(message);
  }

  private static JsonNode ask(String question) throws JsonProcessingException {
    return answer(question).path("results");
  }

  private static ObjectNode answer(String question) throws JsonProcessingException {
    Trends trends =
        new Trends(
            query -> queries.engine().run(Resolver.resolve(query, queries.context())).rows(),
            Today.of(queries.context()),
            JsonNodeFactory.instance.arrayNode());
    return trends.answer(JSON.readTree(question), Instant.parse("2026-03-10T00:00:00Z"));
  }
}
