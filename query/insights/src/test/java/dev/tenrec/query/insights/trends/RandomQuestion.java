package dev.tenrec.query.insights.trends;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.query.engine.testing.TestingEvent;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Random events and random questions about them, small enough that answers collide often. */
final class RandomQuestion {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final List<String> EVENTS = List.of("view", "buy", "leave");
  private static final List<String> PERSONS = List.of("ana", "bob", "carl", "dora", "eve");
  private static final List<String> ZONES =
      List.of(
          "UTC",
          "Europe/Berlin",
          "America/New_York",
          "Asia/Kolkata",
          // Its clocks go back by half an hour, on 2026-04-05.
          "Australia/Lord_Howe");

  private final Random random;

  RandomQuestion(Random random) {
    this.random = random;
  }

  List<TestingEvent> events() {
    List<TestingEvent> events = new ArrayList<>();
    Set<Instant> taken = new HashSet<>();
    for (int number = random.nextInt(70); number > 0; number--) {
      // Three weeks around the night in which Berlin changes its clocks, often on the hour.
      long minutes = random.nextInt(21 * 24 * 60);
      Instant moment =
          Instant.parse("2026-03-18T00:00:00Z")
              .plusSeconds(60 * (random.nextInt(4) == 0 ? minutes / 60 * 60 : minutes));
      // Which of two events at the same moment is the first, nobody can say.
      while (!taken.add(moment)) {
        moment = moment.plusMillis(1);
      }
      TestingEvent event = TestingEvent.of(pick(EVENTS), pick(PERSONS), moment.toString());
      events.add(withPerson(withProperties(event)).project(random.nextInt(12) == 0 ? 2 : 1));
    }
    return events;
  }

  private TestingEvent withProperties(TestingEvent event) {
    TestingEvent made = event;
    switch (random.nextInt(6)) {
      case 0 -> made = made.with("$browser", "");
      case 1 -> made = made.with("$browser", 7);
      case 2 -> {}
      default -> made = made.with("$browser", pick(List.of("Chrome", "Safari", "chrome 9")));
    }
    switch (random.nextInt(5)) {
      case 0 -> {}
      case 1 -> made = made.with("plan", random.nextBoolean());
      default -> made = made.with("plan", pick(List.of("pro", "free", "5", "a%b")));
    }
    switch (random.nextInt(6)) {
      case 0 -> {}
      case 1 -> made = made.with("price", "12.5");
      case 2 -> made = made.with("price", "much");
      case 3 -> made = made.with("price", random.nextInt(20) / 4.0);
      default -> made = made.with("price", random.nextInt(30));
    }
    if (random.nextBoolean()) {
      made = made.with("$group_0", pick(List.of("acme", "other")));
    }
    if (random.nextBoolean()) {
      made = made.with("$session_id", pick(List.of("s1", "s2", "s3")));
    }
    return made;
  }

  private TestingEvent withPerson(TestingEvent event) {
    return random.nextInt(3) == 0 ? event : event.withPerson("team", pick(List.of("red", "blue")));
  }

  String zone() {
    return pick(ZONES);
  }

  DayOfWeek weekStart() {
    return pick(List.of(DayOfWeek.SUNDAY, DayOfWeek.MONDAY));
  }

  ObjectNode question() {
    ObjectNode question = JSON.objectNode().put("kind", "TrendsQuery");
    String interval = pick(List.of("day", "day", "day", "hour", "week", "month"));
    question.put("interval", interval);
    int first = 19 + random.nextInt(12);
    int days = interval.equals("hour") ? 1 + random.nextInt(2) : 1 + random.nextInt(16);
    Instant start = Instant.parse("2026-03-01T00:00:00Z").plusSeconds(86_400L * (first - 1));
    question
        .putObject("dateRange")
        .put("date_from", start.toString().substring(0, 10))
        .put("date_to", start.plusSeconds(86_400L * (days - 1)).toString().substring(0, 10));
    for (int number = 1 + random.nextInt(2); number > 0; number--) {
      question.withArray("series").add(series());
    }
    if (random.nextBoolean()) {
      breakdown(question.putObject("breakdownFilter"));
    }
    filters().ifPresent(filters -> question.set("properties", filters));
    question
        .putObject("trendsFilter")
        .put(
            "display",
            pick(
                List.of(
                    "ActionsLineGraph",
                    "ActionsBar",
                    "BoldNumber",
                    "ActionsPie",
                    "WorldMap",
                    "ActionsLineGraphCumulative",
                    "ActionsLineGraphCumulative")))
        .put("smoothingIntervals", random.nextInt(4) == 0 ? 3 : 1);
    if (!interval.equals("hour") && random.nextInt(3) == 0) {
      ObjectNode compare = question.putObject("compareFilter").put("compare", true);
      if (random.nextBoolean()) {
        compare.put("compare_to", pick(List.of("-1w", "-3d")));
      }
    }
    return question;
  }

  private ObjectNode series() {
    ObjectNode series = JSON.objectNode().put("kind", "EventsNode");
    if (random.nextInt(4) > 0) {
      series.put("event", pick(EVENTS));
    }
    String math =
        pick(
            List.of(
                "total",
                "total",
                "dau",
                "dau",
                "unique_session",
                "sum",
                "avg",
                "min",
                "max",
                "median",
                "p90",
                "unique_group",
                "first_time_for_user",
                "first_matching_event_for_user",
                "avg_count_per_actor",
                "max_count_per_actor",
                "median_count_per_actor",
                "p95_count_per_actor",
                "p99",
                "weekly_active",
                "monthly_active"));
    series.put("math", math);
    if (random.nextInt(6) == 0) {
      series.put("math_multiplier", 2.5);
    }
    if (List.of("sum", "avg", "min", "max", "median", "p90", "p99").contains(math)) {
      series.put("math_property", "price");
    }
    filters().ifPresent(filters -> series.set("properties", filters));
    return series;
  }

  private void breakdown(ObjectNode filter) {
    switch (random.nextInt(4)) {
      case 0 -> filter.put("breakdown", "plan").put("breakdown_type", "event");
      case 1 -> filter.put("breakdown", "team").put("breakdown_type", "person");
      case 2 -> {
        filter.withArray("breakdowns").addObject().put("property", "$browser").put("type", "event");
        filter.withArray("breakdowns").addObject().put("property", "team").put("type", "person");
      }
      default -> filter.put("breakdown", "$browser").put("breakdown_type", "event");
    }
    if (random.nextBoolean()) {
      filter.put("breakdown_limit", 1 + random.nextInt(3));
    }
    if (random.nextInt(4) == 0) {
      filter.put("breakdown_hide_other_aggregation", true);
    }
  }

  private Optional<JsonNode> filters() {
    if (random.nextInt(3) > 0) {
      return Optional.empty();
    }
    var list = JSON.arrayNode();
    for (int number = random.nextInt(3); number > 0; number--) {
      list.add(filter());
    }
    if (random.nextBoolean()) {
      return Optional.of(list);
    }
    ObjectNode group = JSON.objectNode().put("type", random.nextBoolean() ? "AND" : "OR");
    group.set("values", list);
    return Optional.of(group);
  }

  private ObjectNode filter() {
    boolean person = random.nextInt(4) == 0;
    ObjectNode filter =
        JSON.objectNode()
            .put("type", person ? "person" : "event")
            .put("key", person ? "team" : pick(List.of("$browser", "plan", "price", "nothing")));
    String operator =
        pick(
            List.of(
                "exact",
                "is_not",
                "icontains",
                "not_icontains",
                "regex",
                "not_regex",
                "gt",
                "gte",
                "lt",
                "lte",
                "is_set",
                "is_not_set",
                "between",
                "not_between"));
    filter.put("operator", operator);
    switch (operator) {
      case "gt", "gte", "lt", "lte" -> filter.put("value", random.nextInt(15));
      case "between", "not_between" -> filter.putArray("value").add(2).add(12);
      case "regex", "not_regex" ->
          filter.put("value", pick(List.of("^[a-z]", "r", "[0-9]+", "ee$")));
      case "icontains", "not_icontains" ->
          filter.put("value", pick(List.of("CHROME", "r", "%", "_")));
      case "is_set", "is_not_set" -> {}
      default -> {
        if (random.nextBoolean()) {
          filter.put("value", pick(List.of("Chrome", "pro", "5", "true", "red", "12.5")));
        } else {
          filter.putArray("value").add("Safari").add(pick(List.of("free", "7", "blue", "false")));
        }
      }
    }
    return filter;
  }

  private <T> T pick(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
