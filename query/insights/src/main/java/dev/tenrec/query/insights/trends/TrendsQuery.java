package dev.tenrec.query.insights.trends;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenrec.query.insights.InsightException;
import dev.tenrec.query.insights.dates.DateException;
import dev.tenrec.query.insights.dates.DateRange;
import dev.tenrec.query.insights.dates.Interval;
import dev.tenrec.query.insights.dates.Today;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A question for trends, read.
 *
 * @param series at least one
 * @param interval the length of a bucket
 * @param range the time asked about
 * @param previous the time it is compared with
 * @param exact whether the time is meant to the moment, and not with the whole of its first bucket
 * @param properties filters on all series
 * @param breakdown what the series are divided by
 * @param display how it will be shown, which decides between buckets and one total
 * @param smoothing over how many buckets each value is averaged
 * @param withoutTestAccounts whether the project's own people are left out
 * @param formulas what is computed from the series instead of showing them
 */
record TrendsQuery(
    List<Series> series,
    Interval interval,
    DateRange range,
    Optional<DateRange> previous,
    boolean exact,
    JsonNode properties,
    Breakdown breakdown,
    Display display,
    int smoothing,
    boolean withoutTestAccounts,
    List<Formulas.Named> formulas) {
  private static final int MOST_SERIES = 26;

  /** How an insight is shown. */
  enum Display {
    OVER_TIME,
    RUNNING_TOTAL,
    IN_TOTAL;

    static Display of(String name) {
      return switch (name) {
        case "BoldNumber", "ActionsPie", "ActionsBarValue", "ActionsTable", "WorldMap" -> IN_TOTAL;
        case "ActionsLineGraphCumulative" -> RUNNING_TOTAL;
        default -> OVER_TIME;
      };
    }
  }

  /**
   * @throws InsightException when it cannot be understood
   */
  static TrendsQuery read(JsonNode json, Today today, Instant earliest) {
    List<Series> series = new ArrayList<>();
    json.path("series").forEach(node -> series.add(Series.of(node, series.size())));
    if (series.isEmpty() || series.size() > MOST_SERIES) {
      throw new InsightException(
          "series has " + series.size() + " entries: give 1 to " + MOST_SERIES);
    }
    JsonNode dates = json.path("dateRange");
    DateRange.Text text =
        new DateRange.Text(
            said(dates.path("date_from")),
            said(dates.path("date_to")),
            dates.path("explicitDate").asBoolean());
    try {
      Interval interval = Interval.of(json.path("interval").asText("day"));
      DateRange range = DateRange.resolve(text, interval, today, earliest);
      JsonNode filter = json.path("trendsFilter");
      String display = filter.path("display").asText("ActionsLineGraph");
      return new TrendsQuery(
          List.copyOf(series),
          interval,
          range,
          previous(json.path("compareFilter"), range, text, interval),
          text.explicit(),
          json.path("properties"),
          Breakdown.of(json.path("breakdownFilter"), display.equals("WorldMap")),
          Display.of(display),
          Math.clamp(filter.path("smoothingIntervals").asInt(1), 1, 1_000),
          json.path("filterTestAccounts").asBoolean(),
          formulas(filter));
    } catch (DateException unknown) {
      throw new InsightException(unknown.getMessage());
    }
  }

  private static Optional<String> said(JsonNode date) {
    return Optional.ofNullable(date.textValue()).filter(text -> !text.isBlank());
  }

  private static Optional<DateRange> previous(
      JsonNode compare, DateRange range, DateRange.Text text, Interval interval) {
    if (!compare.path("compare").asBoolean()) {
      return Optional.empty();
    }
    return Optional.of(
        said(compare.path("compare_to"))
            .map(range::movedBy)
            .orElseGet(() -> range.previous(text, interval)));
  }

  private static List<Formulas.Named> formulas(JsonNode filter) {
    List<Formulas.Named> formulas = new ArrayList<>();
    filter
        .path("formulaNodes")
        .forEach(
            node ->
                formulas.add(
                    new Formulas.Named(
                        node.path("formula").asText(), said(node.path("custom_name")))));
    if (formulas.isEmpty()) {
      filter
          .path("formulas")
          .forEach(formula -> formulas.add(new Formulas.Named(formula.asText(), Optional.empty())));
    }
    if (formulas.isEmpty()) {
      formulas.add(new Formulas.Named(filter.path("formula").asText(""), Optional.empty()));
    }
    return formulas.stream().filter(formula -> !formula.text().isBlank()).toList();
  }
}
