package dev.tenrec.query.function;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenrec.query.engine.testing.TestingEvent;
import dev.tenrec.query.engine.testing.TestingLake;
import dev.tenrec.stores.projects.CalendarSettings;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A view on a Saturday, two on the Sunday after it and one on Monday; it is Tuesday. */
class TestWeeks {
  private static final String BY_WEEK = trends("\"date_from\":\"2026-03-23\"", "");

  @TempDir private Path directory;
  private QuerySetting setting;

  @BeforeEach
  void open() {
    TestingLake lake =
        new TestingLake(directory)
            .events(
                List.of(
                    TestingEvent.of("view", "ana", "2026-03-28T23:30:00Z"),
                    TestingEvent.of("view", "ana", "2026-03-29T00:00:00Z"),
                    TestingEvent.of("view", "bob", "2026-03-29T23:59:59Z"),
                    TestingEvent.of("view", "bob", "2026-03-30T00:00:00Z")));
    setting = new QuerySetting(lake, "UTC");
  }

  @AfterEach
  void close() {
    setting.close();
  }

  @Test
  void aTrendCountsTheWeeksOfTheProject() {
    JsonNode sunday = setting.ask(BY_WEEK);
    assertThat(weeks(sunday)).containsExactly("2026-03-22 1", "2026-03-29 3");

    beginWeeksOn(DayOfWeek.MONDAY);
    JsonNode monday = setting.ask(BY_WEEK);
    assertThat(weeks(monday)).containsExactly("2026-03-23 3", "2026-03-30 1");
    assertThat(monday.path("is_cached").asBoolean()).isFalse();
    assertThat(monday.path("cache_key")).isNotEqualTo(sunday.path("cache_key"));

    beginWeeksOn(DayOfWeek.SUNDAY);
    JsonNode again = setting.ask(BY_WEEK);
    assertThat(again.path("results")).isEqualTo(sunday.path("results"));
    assertThat(again.path("is_cached").asBoolean()).isTrue();
  }

  @Test
  void theSevenDaysOfABucketHoldWhatItCounts() {
    for (DayOfWeek first : List.of(DayOfWeek.SUNDAY, DayOfWeek.MONDAY)) {
      beginWeeksOn(first);
      for (String week : weeks(setting.ask(BY_WEEK))) {
        String[] parts = week.split(" ");
        assertThat(
                setting.rows(
                    "SELECT count() FROM events WHERE timestamp >= toDateTime('%1$s') AND timestamp"
                            .formatted(parts[0])
                        + " < toDateTime('%1$s') + INTERVAL 7 DAY".formatted(parts[0])))
            .containsExactly("[" + parts[1] + "]");
      }
    }
  }

  @Test
  void theFirstWeekIsCountedWholeUnlessTheDatesAreMeantExactly() {
    String monday = "\"date_from\":\"2026-03-30\"";
    assertThat(weeks(setting.ask(trends(monday, "")))).containsExactly("2026-03-29 3");
    assertThat(weeks(setting.ask(trends(monday + ",\"explicitDate\":true", ""))))
        .containsExactly("2026-03-29 1");
  }

  @Test
  void thisWeekIsComparedWithTheWholeWeekBefore() {
    String thisWeek = trends("\"date_from\":\"wStart\"", ",\"compareFilter\":{\"compare\":true}");
    assertThat(setting.ask(thisWeek).path("results"))
        .extracting(line -> line.path("compare_label").asText() + " " + line.path("count"))
        .containsExactly("current 3", "previous 1");

    beginWeeksOn(DayOfWeek.MONDAY);
    assertThat(setting.ask(thisWeek).path("results"))
        .extracting(line -> line.path("compare_label").asText() + " " + line.path("count"))
        .containsExactly("current 1", "previous 3");
  }

  @Test
  void thisWeekMeansTheSameInEveryKindOfQuery() {
    String events = "{\"kind\":\"EventsQuery\",\"select\":[\"event\"],\"after\":\"-1wEnd\"}";
    String filtered =
        QuerySetting.hogql("SELECT count() FROM events WHERE {filters}")
            .set("filters", QuerySetting.json("{\"dateRange\":{\"date_from\":\"wStart\"}}"))
            .toString();
    assertThat(setting.ask(events).path("results")).hasSize(3);
    assertThat(QuerySetting.rows(setting.ask(filtered))).containsExactly("[3]");

    beginWeeksOn(DayOfWeek.MONDAY);
    assertThat(setting.ask(events).path("results")).hasSize(1);
    assertThat(QuerySetting.rows(setting.ask(filtered))).containsExactly("[1]");
  }

  @Test
  void sqlBeginsWeeksAsTheProjectDoesUnlessItSays() {
    String own = "SELECT toString(toStartOfWeek(max(timestamp))) FROM events";
    String said =
        "SELECT toString(toStartOfWeek(min(timestamp), 0)), toString(toStartOfWeek(min(timestamp),"
            + " 1)) FROM events";
    assertThat(setting.rows(own)).containsExactly("[\"2026-03-29\"]");
    assertThat(setting.rows(said)).containsExactly("[\"2026-03-22\",\"2026-03-23\"]");

    beginWeeksOn(DayOfWeek.MONDAY);
    assertThat(setting.rows(own)).containsExactly("[\"2026-03-30\"]");
    assertThat(setting.rows(said)).containsExactly("[\"2026-03-22\",\"2026-03-23\"]");
  }

  private void beginWeeksOn(DayOfWeek first) {
    setting.change(settings -> settings.with(new CalendarSettings(ZoneId.of("UTC"), first)));
  }

  private static String trends(String range, String more) {
    return "{\"kind\":\"TrendsQuery\",\"series\":[{\"kind\":\"EventsNode\",\"event\":\"view\"}],"
        + "\"interval\":\"week\",\"dateRange\":{"
        + range
        + "}"
        + more
        + "}";
  }

  private static List<String> weeks(JsonNode answer) {
    JsonNode result = answer.path("results").get(0);
    List<String> weeks = new ArrayList<>();
    for (int bucket = 0; bucket < result.path("days").size(); bucket++) {
      weeks.add(
          result.path("days").get(bucket).asText()
              + " "
              + result.path("data").get(bucket).asText());
    }
    return weeks;
  }
}
