package dev.tenrec.query.insights.trends;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenrec.query.engine.testing.TestingEvent;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What trends mean, written down once more without any query: loops over a list of events. It knows
 * the questions that {@link RandomQuestion} asks.
 *
 * @param events all events of all projects
 * @param persons who a stored person is now
 * @param zone where days begin
 * @param weekStart the first day of a week
 */
record TrendsReference(
    List<TestingEvent> events, Map<String, String> persons, ZoneId zone, DayOfWeek weekStart) {
  private static final String NONE = "$$_posthog_breakdown_null_$$";
  private static final String OTHER = "$$_posthog_breakdown_other_$$";

  /** One expected line: what it is of, its values, and its total where that is shown. */
  record Line(String name, List<Double> data, double total) {}

  List<Line> answer(JsonNode question) {
    LocalDate from = LocalDate.parse(question.path("dateRange").path("date_from").asText());
    LocalDate to = LocalDate.parse(question.path("dateRange").path("date_to").asText());
    boolean compared = question.path("compareFilter").path("compare").asBoolean();
    List<Line> lines = new ArrayList<>(period(question, from, to, compared ? "current" : ""));
    if (compared) {
      long days =
          switch (question.path("compareFilter").path("compare_to").asText()) {
            case "-1w" -> 7;
            case "-3d" -> 3;
            default -> ChronoUnit.DAYS.between(from, to) + 1;
          };
      lines.addAll(period(question, from.minusDays(days), to.minusDays(days), "previous"));
    }
    return lines;
  }

  private List<Line> period(JsonNode question, LocalDate from, LocalDate to, String label) {
    List<Line> lines = new ArrayList<>();
    int order = 0;
    for (JsonNode series : question.path("series")) {
      String name = label + " " + order++ + " ";
      lines.addAll(series(question, series, from, to, name));
    }
    return lines;
  }

  private List<Line> series(
      JsonNode question, JsonNode series, LocalDate from, LocalDate to, String name) {
    Measuring measuring = new Measuring(question, series, from, to);
    JsonNode breakdown = question.path("breakdownFilter");
    if (breakdown.isMissingNode()) {
      return List.of(measuring.line(name, _ -> true));
    }
    Predicate<TestingEvent> all = _ -> true;
    Map<String, Double> sizes = new HashMap<>();
    for (TestingEvent event : measuring.counted(all)) {
      sizes.put(part(breakdown, event), 0.0);
    }
    sizes.replaceAll((part, _) -> measuring.total(event -> part(breakdown, event).equals(part)));
    int limit = breakdown.path("breakdown_limit").asInt(measuring.isMap() ? 250 : 25);
    List<String> ranked =
        sizes.keySet().stream()
            .sorted(
                Comparator.comparing((String part) -> -sizes.get(part))
                    .thenComparing(Comparator.naturalOrder()))
            .limit(limit + 2L)
            .toList();
    Set<String> named =
        ranked.stream()
            .filter(part -> !part.equals(NONE))
            .limit(limit)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    if (ranked.contains(NONE)) {
      named.add(NONE);
    }
    Map<String, Line> lines = new LinkedHashMap<>();
    for (String part : sizes.keySet()) {
      String shown = named.contains(part) ? part : OTHER;
      Predicate<TestingEvent> inPart =
          event -> {
            String own = part(breakdown, event);
            return (named.contains(own) ? own : OTHER).equals(shown);
          };
      if (measuring.counts(inPart)) {
        lines.computeIfAbsent(
            shown, _ -> measuring.line(name + shown.replace('\u001f', '|'), inPart));
      }
    }
    if (breakdown.path("breakdown_hide_other_aggregation").asBoolean()) {
      lines.remove(OTHER);
    }
    return new ArrayList<>(lines.values());
  }

  private static String part(JsonNode breakdown, TestingEvent event) {
    List<String> parts = new ArrayList<>();
    if (breakdown.has("breakdown")) {
      parts.add(
          value(
              event,
              breakdown.path("breakdown_type").asText(),
              breakdown.path("breakdown").asText()));
    }
    breakdown
        .path("breakdowns")
        .forEach(
            one ->
                parts.add(value(event, one.path("type").asText(), one.path("property").asText())));
    return parts.stream()
        .map(text -> text.isEmpty() ? NONE : text)
        .collect(Collectors.joining("\u001f"));
  }

  /** A property as text, empty where there is none. */
  private static String value(TestingEvent event, String type, String key) {
    JsonNode properties = type.equals("person") ? event.personProperties() : event.properties();
    JsonNode value = properties.path(key);
    return value.isTextual() ? value.asText() : value.isMissingNode() ? "" : value.toString();
  }

  private static double number(TestingEvent event, String key) {
    try {
      return Double.parseDouble(value(event, "event", key));
    } catch (NumberFormatException none) {
      return Double.NaN;
    }
  }

  /** The measuring of one series in one period. */
  private final class Measuring {
    private final JsonNode question;
    private final JsonNode series;
    private final LocalDateTime from;
    private final LocalDateTime to;
    private final String interval;
    private final String display;
    private final String math;

    Measuring(JsonNode question, JsonNode series, LocalDate first, LocalDate last) {
      this.question = question;
      this.series = series;
      this.to = last.atTime(23, 59, 59, 999_999_000);
      this.interval = question.path("interval").asText();
      boolean whole = interval.equals("week") || interval.equals("month");
      this.from = whole ? start(first.atStartOfDay()) : first.atStartOfDay();
      this.display = question.path("trendsFilter").path("display").asText();
      this.math = series.path("math").asText();
    }

    Line line(String name, Predicate<TestingEvent> part) {
      if (inTotal()) {
        return new Line(name, List.of(), total(part));
      }
      boolean adding = display.equals("ActionsLineGraphCumulative");
      List<Double> data = new ArrayList<>();
      List<TestingEvent> soFar = new ArrayList<>();
      double running = 0;
      for (LocalDateTime bucket : buckets()) {
        double value = at(bucket, part);
        running += value;
        soFar.addAll(found(bucket, part));
        boolean once = math.equals("dau") || math.equals("unique_group");
        data.add(!adding ? value : once ? measure(soFar) : running);
      }
      return new Line(name, smoothed(data), 0);
    }

    private List<Double> smoothed(List<Double> data) {
      int buckets = question.path("trendsFilter").path("smoothingIntervals").asInt();
      List<Double> smoothed = new ArrayList<>();
      for (int at = 0; at < data.size(); at++) {
        double sum = 0;
        int count = 0;
        for (int before = at; before >= 0 && before > at - buckets; before--) {
          sum += data.get(before);
          count++;
        }
        smoothed.add(buckets == 1 ? data.get(at) : Math.floor(sum / count));
      }
      return smoothed;
    }

    private List<LocalDateTime> buckets() {
      List<LocalDateTime> buckets = new ArrayList<>();
      for (LocalDateTime hour = from; !hour.isAfter(to); hour = hour.plusHours(1)) {
        boolean skipped = !hour.atZone(zone).toLocalDateTime().equals(hour);
        LocalDateTime bucket = start(hour);
        if (!buckets.contains(bucket) && !(interval.equals("hour") && skipped)) {
          buckets.add(bucket);
        }
      }
      return buckets;
    }

    private LocalDateTime start(LocalDateTime local) {
      LocalDateTime day = local.truncatedTo(ChronoUnit.DAYS);
      return switch (interval) {
        case "hour" -> local.truncatedTo(ChronoUnit.HOURS);
        case "week" -> day.with(TemporalAdjusters.previousOrSame(weekStart));
        case "month" -> day.withDayOfMonth(1);
        default -> day;
      };
    }

    private int lookBack() {
      return switch (math) {
        case "weekly_active" -> 7;
        case "monthly_active" -> 30;
        default -> 0;
      };
    }

    private boolean looksBackByDays() {
      return lookBack() > 0 && (interval.equals("day") || interval.equals("hour"));
    }

    private double at(LocalDateTime bucket, Predicate<TestingEvent> part) {
      return measure(found(bucket, part));
    }

    private List<TestingEvent> found(LocalDateTime bucket, Predicate<TestingEvent> part) {
      boolean byDays = looksBackByDays();
      LocalDate day = bucket.toLocalDate();
      Predicate<TestingEvent> here =
          byDays
              ? event ->
                  !local(event).toLocalDate().isAfter(day)
                      && local(event).toLocalDate().isAfter(day.minusDays(lookBack()))
              : event ->
                  start(local(event)).equals(bucket)
                      && !local(event).isBefore(from)
                      && !local(event).isAfter(to);
      LocalDateTime earliest = byDays ? from.minusDays(lookBack() - 1L) : from;
      return population().stream()
          .filter(event -> isIn(event, earliest) && matches(event) && part.test(event))
          .filter(here)
          .toList();
    }

    double total(Predicate<TestingEvent> part) {
      return measure(counted(part));
    }

    /** Whether anything is counted in any bucket, or in the total. */
    boolean counts(Predicate<TestingEvent> part) {
      return inTotal()
          ? !counted(part).isEmpty()
          : buckets().stream().anyMatch(bucket -> !found(bucket, part).isEmpty());
    }

    boolean isMap() {
      return display.equals("WorldMap");
    }

    private boolean inTotal() {
      return List.of("BoldNumber", "ActionsPie", "WorldMap").contains(display);
    }

    /** The events that count anywhere. */
    List<TestingEvent> counted(Predicate<TestingEvent> part) {
      LocalDateTime earliest =
          lookBack() == 0
              ? from
              : inTotal()
                  ? to.minusDays(lookBack())
                  : looksBackByDays() ? from.minusDays(lookBack() - 1L) : from;
      return population().stream()
          .filter(event -> isIn(event, earliest) && matches(event) && part.test(event))
          .toList();
    }

    /** The events that can count: all, or the first of each person. */
    private List<TestingEvent> population() {
      boolean any = math.equals("first_time_for_user");
      if (!any && !math.equals("first_matching_event_for_user")) {
        return events;
      }
      Map<String, TestingEvent> firsts = new HashMap<>();
      events.stream()
          .filter(event -> event.project() == 1 && (any ? isNamed(event) : matches(event)))
          .sorted(Comparator.comparing(TestingEvent::timestamp))
          .forEach(event -> firsts.putIfAbsent(person(event), event));
      return List.copyOf(firsts.values());
    }

    private String person(TestingEvent event) {
      return persons.getOrDefault(event.personId(), event.personId());
    }

    private boolean isNamed(TestingEvent event) {
      return !series.has("event") || series.path("event").asText().equals(event.event());
    }

    private boolean isIn(TestingEvent event, LocalDateTime earliest) {
      Instant moment = event.timestamp();
      return event.project() == 1
          && !moment.isBefore(earliest.atZone(zone).toInstant())
          && !moment.isAfter(to.atZone(zone).toInstant());
    }

    private boolean matches(TestingEvent event) {
      return isNamed(event)
          && FilterReference.holds(series.path("properties"), event)
          && FilterReference.holds(question.path("properties"), event);
    }

    private LocalDateTime local(TestingEvent event) {
      return LocalDateTime.ofInstant(event.timestamp(), zone);
    }

    private double measure(List<TestingEvent> found) {
      return plain(found) * series.path("math_multiplier").asDouble(1);
    }

    private double plain(List<TestingEvent> found) {
      List<Double> amounts =
          found.stream()
              .collect(Collectors.groupingBy(this::person, Collectors.counting()))
              .values()
              .stream()
              .map(Long::doubleValue)
              .sorted()
              .toList();
      List<Double> prices =
          found.stream()
              .map(event -> number(event, "price"))
              .filter(price -> !price.isNaN())
              .sorted()
              .toList();
      return switch (math) {
        case "dau", "weekly_active", "monthly_active" -> amounts.size();
        case "avg_count_per_actor" ->
            amounts.stream().mapToDouble(Double::doubleValue).average().orElse(0);
        case "max_count_per_actor" -> amounts.isEmpty() ? 0 : amounts.getLast();
        case "median_count_per_actor" -> quantile(amounts, 0.5);
        case "p95_count_per_actor" -> quantile(amounts, 0.95);
        case "unique_group" ->
            found.stream()
                .map(event -> value(event, "event", "$group_0"))
                .filter(group -> !group.isEmpty())
                .distinct()
                .count();
        case "unique_session" ->
            found.stream()
                .map(event -> value(event, "event", "$session_id"))
                .filter(session -> !session.isEmpty())
                .distinct()
                .count();
        case "sum" -> prices.stream().mapToDouble(Double::doubleValue).sum();
        case "avg" -> prices.stream().mapToDouble(Double::doubleValue).average().orElse(0);
        case "min" -> prices.isEmpty() ? 0 : prices.getFirst();
        case "max" -> prices.isEmpty() ? 0 : prices.getLast();
        case "median" -> quantile(prices, 0.5);
        case "p90" -> quantile(prices, 0.9);
        case "p99" -> quantile(prices, 0.99);
        default -> found.size();
      };
    }

    private static double quantile(List<Double> sorted, double level) {
      if (sorted.isEmpty()) {
        return 0;
      }
      double position = level * (sorted.size() - 1);
      int below = (int) Math.floor(position);
      int above = Math.min(below + 1, sorted.size() - 1);
      return sorted.get(below) + (position - below) * (sorted.get(above) - sorted.get(below));
    }
  }
}
