package dev.tenrec.query.insights.trends;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.query.insights.dates.DateRange;
import dev.tenrec.query.insights.trends.TrendsQuery.Display;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One line of the answer.
 *
 * @param order the series' place
 * @param label what it is called
 * @param action the series, empty for a formula
 * @param part the breakdown value, empty where there is no breakdown
 * @param compareLabel {@code current} or {@code previous} where periods are compared
 * @param days the buckets as the field {@code days} names them
 * @param labels the buckets as a chart labels them
 * @param data a value for each bucket
 * @param total the value over the whole period, where that is shown instead of buckets
 */
record SeriesResult(
    int order,
    String label,
    Optional<ObjectNode> action,
    Optional<String> part,
    Optional<String> compareLabel,
    List<String> days,
    List<String> labels,
    List<Double> data,
    Optional<Double> total) {
  static SeriesResult of(
      TrendsQuery query,
      Series series,
      DateRange range,
      String part,
      Measured.Values values,
      Optional<String> compareLabel) {
    boolean inTotal = query.display() == Display.IN_TOTAL;
    List<LocalDateTime> buckets = query.interval().buckets(range);
    List<Double> data = inTotal ? List.of() : values.at(buckets);
    return new SeriesResult(
        series.order(),
        series.label(),
        Optional.of(series.action()),
        query.breakdown().isNone() ? Optional.empty() : Optional.of(part),
        compareLabel,
        inTotal ? List.of() : buckets.stream().map(query.interval()::day).toList(),
        inTotal ? List.of() : buckets.stream().map(query.interval()::label).toList(),
        smoothed(
            query.display() == Display.RUNNING_TOTAL ? running(data) : data, query.smoothing()),
        inTotal ? Optional.of(values.total()) : Optional.empty());
  }

  SeriesResult comparedAs(String compared) {
    return new SeriesResult(
        order, label, action, part, Optional.of(compared), days, labels, data, total);
  }

  ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.set("action", action.orElse(null));
    json.put("order", order);
    double count = data.stream().mapToDouble(Double::doubleValue).sum();
    json.put("label", part.map(value -> shown(value)).orElse(label));
    put(json, "count", total.orElse(count));
    var values = json.putArray("data");
    data.forEach(value -> add(values, value));
    labels.forEach(json.putArray("labels")::add);
    days.forEach(json.putArray("days")::add);
    total.ifPresent(value -> put(json, "aggregated_value", value));
    part.ifPresent(value -> breakdown(json, value));
    compareLabel.ifPresent(value -> json.put("compare", true).put("compare_label", value));
    return json;
  }

  private static void breakdown(ObjectNode json, String part) {
    List<String> parts = Breakdown.split(part);
    if (parts.size() == 1) {
      json.put("breakdown_value", part);
    } else {
      parts.forEach(json.putArray("breakdown_value")::add);
    }
  }

  private static String shown(String part) {
    return String.join(
        "::",
        Breakdown.split(part).stream()
            .map(
                value ->
                    switch (value) {
                      case Breakdown.NONE -> "None (i.e. no value)";
                      case Breakdown.OTHER -> "Other (i.e. all remaining values)";
                      default -> value;
                    })
            .toList());
  }

  // Whole numbers are written as such: a count of 3 is 3 and not 3.0.
  private static void put(ObjectNode json, String name, double value) {
    if (isWhole(value)) {
      json.put(name, (long) value);
    } else {
      json.put(name, value);
    }
  }

  private static void add(com.fasterxml.jackson.databind.node.ArrayNode array, double value) {
    if (isWhole(value)) {
      array.add((long) value);
    } else {
      array.add(value);
    }
  }

  private static boolean isWhole(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15;
  }

  // The average of a value and those before it, as a whole number.
  private static List<Double> smoothed(List<Double> data, int buckets) {
    if (buckets == 1) {
      return data;
    }
    List<Double> smoothed = new ArrayList<>(data.size());
    for (int at = 0; at < data.size(); at++) {
      List<Double> window = data.subList(Math.max(0, at - buckets + 1), at + 1);
      double sum = window.stream().mapToDouble(Double::doubleValue).sum();
      smoothed.add(Math.floor(sum / window.size()));
    }
    return smoothed;
  }

  private static List<Double> running(List<Double> data) {
    List<Double> running = new ArrayList<>(data.size());
    double sum = 0;
    for (double value : data) {
      sum += value;
      running.add(sum);
    }
    return running;
  }
}
