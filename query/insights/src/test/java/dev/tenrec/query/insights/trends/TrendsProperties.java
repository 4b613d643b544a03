package dev.tenrec.query.insights.trends;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.tenrec.lake.LakeTable;
import dev.tenrec.query.engine.testing.TestingEvent;
import dev.tenrec.query.engine.testing.TestingLake;
import dev.tenrec.query.engine.testing.TestingQueries;
import dev.tenrec.query.hogql.function.QueryContext;
import dev.tenrec.query.hogql.resolve.Resolver;
import dev.tenrec.query.insights.dates.Today;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** Trends on DuckDB give what the reference gives, whatever is asked about whatever happened. */
class TrendsProperties {
  private static final Instant EARLIEST = Instant.parse("2026-03-18T00:00:00Z");

  @Property(tries = 20, shrinking = ShrinkingMode.OFF)
  void agreeWithTheReference(@ForAll long seed) {
    RandomQuestion random = new RandomQuestion(new Random(seed));
    List<TestingEvent> events = random.events();
    Map<String, String> persons = Map.of(TestingEvent.id("eve"), TestingEvent.id("ana"));
    QueryContext context = context(random.zone(), random.weekStart());
    Path directory = temporary();
    try (TestingQueries queries = open(directory, events, persons, context)) {
      for (int number = 0; number < 8; number++) {
        JsonNode question = random.question();
        List<TrendsReference.Line> expected =
            new TrendsReference(events, persons, context.zone(), context.weekStart())
                .answer(question);
        List<TrendsReference.Line> actual = answer(queries, question);
        assertThat(sorted(actual))
            .as("%s in %s, seed %d", question, context, seed)
            .usingRecursiveComparison()
            .withComparatorForType(TrendsProperties::compare, Double.class)
            .isEqualTo(sorted(expected));
      }
    } finally {
      delete(directory);
    }
  }

  private static QueryContext context(String zone, DayOfWeek weekStart) {
    QueryContext usual = TestingLake.context(zone);
    return new QueryContext(
        usual.project(), usual.zone(), usual.now(), weekStart, usual.promoted());
  }

  private static TestingQueries open(
      Path directory,
      List<TestingEvent> events,
      Map<String, String> persons,
      QueryContext context) {
    TestingLake lake = new TestingLake(directory);
    if (!events.isEmpty()) {
      lake.store(LakeTable.EVENTS, events.stream().map(TestingEvent::row).toList());
    }
    persons.forEach(
        (old, now) ->
            lake.store(
                LakeTable.PERSON_OVERRIDES,
                List.of(
                    Map.of(
                        "project_id", 1L,
                        "old_person_id", old,
                        "person_id", now,
                        "version", 1L,
                        "merged_at", EARLIEST))));
    return new TestingQueries(lake, context);
  }

  private static List<TrendsReference.Line> answer(TestingQueries queries, JsonNode question) {
    Trends trends =
        new Trends(
            query -> queries.engine().run(Resolver.resolve(query, queries.context())).rows(),
            Today.of(queries.context()),
            JsonNodeFactory.instance.arrayNode());
    List<TrendsReference.Line> lines = new ArrayList<>();
    for (JsonNode result : trends.answer(question, EARLIEST).path("results")) {
      List<Double> data = new ArrayList<>();
      result.path("data").forEach(value -> data.add(value.doubleValue()));
      assertThat(result.path("labels")).hasSameSizeAs(result.path("days"));
      assertThat(result.path("days")).hasSize(data.size());
      lines.add(
          new TrendsReference.Line(
              result.path("compare_label").asText("")
                  + " "
                  + result.path("order").asInt()
                  + " "
                  + part(result.path("breakdown_value")),
              data,
              result.path("aggregated_value").asDouble(0)));
    }
    return lines;
  }

  private static String part(JsonNode value) {
    List<String> parts = new ArrayList<>();
    value.forEach(one -> parts.add(one.asText()));
    return value.isArray() ? String.join("|", parts) : value.asText("");
  }

  private static List<TrendsReference.Line> sorted(List<TrendsReference.Line> lines) {
    return lines.stream().sorted(Comparator.comparing(TrendsReference.Line::name)).toList();
  }

  // Sums depend on their order in the last digits.
  private static int compare(Double left, Double right) {
    double tolerance = 1e-9 * Math.max(1, Math.max(Math.abs(left), Math.abs(right)));
    return Math.abs(left - right) <= tolerance ? 0 : Double.compare(left, right);
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory("trends");
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static void delete(Path directory) {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
