package dev.tenrec.query.insights.trends;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenrec.query.hogql.ast.Expression;
import dev.tenrec.query.hogql.ast.Expression.Call;
import dev.tenrec.query.hogql.ast.Expression.Constant;
import dev.tenrec.query.hogql.ast.Expression.Field;
import dev.tenrec.query.hogql.ast.Span;
import dev.tenrec.query.hogql.parse.HogqlReader;
import dev.tenrec.query.insights.InsightException;
import dev.tenrec.query.insights.Trees;
import dev.tenrec.query.insights.properties.PropertySource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a series counts. */
sealed interface Measure {
  /** A value made of the events of one bucket alone. */
  record Aggregate(Expression expression) implements Measure {}

  /** Different actors of the bucket and the days before it. */
  record ActiveActors(int days) implements Measure {}

  Map<String, Double> QUANTILES =
      Map.of("median", 0.5, "p75", 0.75, "p90", 0.9, "p95", 0.95, "p99", 0.99);

  static Measure of(JsonNode series) {
    String math = series.path("math").asText("total");
    return switch (math) {
      case "total" -> new Aggregate(Call.of("count"));
      case "dau" -> new Aggregate(Trees.countDistinct(Field.of("person_id")));
      case "weekly_active" -> new ActiveActors(7);
      case "monthly_active" -> new ActiveActors(30);
      case "unique_session" ->
          new Aggregate(Trees.countDistinct(Field.of("properties", "$session_id")));
      case "unique_group" ->
          new Aggregate(
              Trees.countDistinct(
                  Call.of(
                      "nullIf",
                      Field.of("$group_" + series.path("math_group_type_index").asInt(0)),
                      Constant.text(""))));
      case "hogql" ->
          new Aggregate(HogqlReader.readExpression(series.path("math_hogql").asText("")));
      case "sum", "avg", "min", "max" -> new Aggregate(Call.of(math, number(series)));
      case "median", "p75", "p90", "p95", "p99" ->
          new Aggregate(quantile(QUANTILES.get(math), number(series)));
      default ->
          throw new InsightException(
              "math is \""
                  + math
                  + "\": it must be total, dau, weekly_active, monthly_active, unique_session,"
                  + " unique_group, sum, avg, min, max, median, p75, p90, p95, p99 or hogql");
    };
  }

  private static Expression number(JsonNode series) {
    String property = series.path("math_property").asText("");
    if (property.isEmpty()) {
      throw new InsightException(
          "math \"" + series.path("math").asText() + "\" needs math_property: name a property");
    }
    String source = series.path("math_property_type").asText("event_properties");
    Expression field =
        switch (source) {
          case "event_properties" -> PropertySource.events().of("event", property, 0);
          case "person_properties" -> PropertySource.events().of("person", property, 0);
          case "session_properties" -> PropertySource.events().of("session", property, 0);
          default ->
              throw new InsightException(
                  "math_property_type is \""
                      + source
                      + "\": it must be event_properties, person_properties or session_properties");
        };
    return Call.of("toFloat", field);
  }

  private static Expression quantile(double share, Expression number) {
    return new Call(
        Span.NONE,
        "quantile",
        Optional.of(List.of(Trees.real(share))),
        List.of(number),
        false,
        List.of(),
        false,
        Optional.empty());
  }
}
