package dev.tenrec.query.insights.trends;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenrec.query.insights.InsightException;
import dev.tenrec.query.insights.Rows;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Asks the queries of a series and puts their rows in order. */
record SeriesRunner(Rows rows) {
  Measured run(SeriesQuery asked, boolean inTotal) {
    SeriesQuery query = asked.with(withRanges(asked));
    List<String> toldApart = List.of();
    boolean more = false;
    if (!query.breakdown().isNone()) {
      List<String> ranked =
          rows.of(query.ranking(inTotal)).stream().map(row -> text(row.getFirst())).toList();
      // "No value" has a place of its own beside the ones that are told apart.
      List<String> named =
          ranked.stream()
              .filter(value -> !value.equals(Breakdown.NONE))
              .limit(query.breakdown().limit())
              .toList();
      toldApart = new ArrayList<>(named);
      if (ranked.contains(Breakdown.NONE)) {
        toldApart.add(Breakdown.NONE);
      }
      more = ranked.size() > toldApart.size();
    }
    Map<String, Double> totals = new HashMap<>();
    Map<String, Map<LocalDateTime, Double>> buckets = new LinkedHashMap<>();
    if (inTotal) {
      for (var row : rows.of(query.inTotal(toldApart))) {
        totals.put(
            row.size() == 1 ? "" : text(row.getFirst()),
            number(row.getLast()) * query.series().multiplier());
      }
    } else {
      for (var row : rows.of(query.overTime(toldApart))) {
        String part = row.size() == 2 ? "" : text(row.get(1));
        buckets
            .computeIfAbsent(part, _ -> new HashMap<>())
            .put(bucket(text(row.getFirst())), number(row.getLast()) * query.series().multiplier());
      }
      if (query.countsByTheDay()) {
        buckets.replaceAll((_, values) -> spread(values, query));
      }
      buckets.forEach(
          (part, values) ->
              totals.put(part, values.values().stream().mapToDouble(Double::doubleValue).sum()));
    }
    if (query.breakdown().isNone()) {
      totals.putIfAbsent("", 0.0);
    }
    if (query.breakdown().hideOther()) {
      totals.remove(Breakdown.OTHER);
    }
    return new Measured(ordered(totals, buckets), more);
  }

  // Which ranges there are depends on the numbers.
  private Breakdown withRanges(SeriesQuery query) {
    Breakdown breakdown = query.breakdown();
    List<BreakdownPart> parts = new ArrayList<>();
    for (BreakdownPart part : breakdown.parts()) {
      if (part.bins() == 0) {
        parts.add(part);
      } else {
        var extremes = rows.of(query.extremes(part.number())).getFirst();
        parts.add(
            extremes.getFirst().isNull()
                ? part.withoutNumbers()
                : part.between(
                    extremes.getFirst().doubleValue(), extremes.getLast().doubleValue()));
      }
    }
    return new Breakdown(parts, breakdown.limit(), breakdown.hideOther());
  }

  // What looks back for days has one value a day: the hours of a day share it.
  private static Map<LocalDateTime, Double> spread(
      Map<LocalDateTime, Double> days, SeriesQuery query) {
    Map<LocalDateTime, Double> hours = new HashMap<>();
    for (LocalDateTime bucket : query.interval().buckets(query.range())) {
      Double value = days.get(bucket.toLocalDate().atStartOfDay());
      if (value != null) {
        hours.put(bucket, value);
      }
    }
    return hours;
  }

  private static Map<String, Measured.Values> ordered(
      Map<String, Double> totals, Map<String, Map<LocalDateTime, Double>> buckets) {
    Map<String, Measured.Values> parts = new LinkedHashMap<>();
    totals.entrySet().stream()
        .sorted(
            Comparator.<Map.Entry<String, Double>>comparingInt(entry -> place(entry.getKey()))
                .thenComparing(Map.Entry::getValue, Comparator.reverseOrder())
                .thenComparing(Map.Entry::getKey))
        .forEach(
            entry ->
                parts.put(
                    entry.getKey(),
                    new Measured.Values(
                        buckets.getOrDefault(entry.getKey(), Map.of()), entry.getValue())));
    return parts;
  }

  private static int place(String part) {
    return switch (part) {
      case Breakdown.NONE -> 1;
      case Breakdown.OTHER -> 2;
      default -> 0;
    };
  }

  private static String text(JsonNode value) {
    return value.isNull() ? Breakdown.NONE : value.asText();
  }

  private static double number(JsonNode value) {
    if (value.isNull()) {
      return 0;
    }
    if (value.isBoolean()) {
      return value.booleanValue() ? 1 : 0;
    }
    if (!value.isNumber()) {
      throw new InsightException(
          "The measure gives " + value + ": an aggregate that gives a number is needed");
    }
    return value.doubleValue();
  }

  private static LocalDateTime bucket(String text) {
    return text.length() == 10
        ? LocalDate.parse(text).atStartOfDay()
        : LocalDateTime.parse(text.substring(0, 19).replace(' ', 'T'));
  }
}
