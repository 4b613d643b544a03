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

  /**
   * How many different values there are.
   *
   * @param actor whether they are actors, of which each counts once where buckets are added up
   */
  record Different(Expression value, boolean actor) implements Measure {}

  /** Different actors of the bucket and the days before it. */
  record ActiveActors(int days) implements Measure {}

  /**
   * A value made of one amount for each actor of a bucket.
   *
   * @param actor whose events are put together
   * @param amount an aggregate of them
   * @param value an aggregate of all {@link #AMOUNT}s
   */
  record PerActor(Expression actor, Expression amount, Expression value) implements Measure {}

  /**
   * Persons whose first event ever is in the bucket.
   *
   * @param matching whether only events that satisfy the filters count; otherwise the first of all
   *     must satisfy them
   */
  record FirstTime(boolean matching) implements Measure {}

  /** What the amount of one actor is called. */
  String AMOUNT = "amount";

  Map<String, Double> QUANTILES =
      Map.of("median", 0.5, "p75", 0.75, "p90", 0.9, "p95", 0.95, "p99", 0.99);

  List<String> OF_NUMBERS = List.of("sum", "avg", "min", "max");

  String PER_ACTOR = "_count_per_actor";

  static Measure of(JsonNode series) {
    String math = series.path("math").asText("total");
    if (math.endsWith(PER_ACTOR)) {
      String function = math.substring(0, math.length() - PER_ACTOR.length());
      if (isOfNumbers(function) && !function.equals("sum")) {
        return new PerActor(
            Field.of("person_id"), Call.of("count"), aggregate(function, Field.of(AMOUNT)));
      }
    }
    return switch (math) {
      case "total" -> new Aggregate(Call.of("count"));
      case "dau" -> new Different(Field.of("person_id"), true);
      case "weekly_active" -> new ActiveActors(7);
      case "monthly_active" -> new ActiveActors(30);
      case "unique_session" -> new Different(Field.of("properties", "$session_id"), false);
      case "unique_group" -> new Different(group(series), true);
      case "first_time_for_user" -> new FirstTime(false);
      case "first_matching_event_for_user" -> new FirstTime(true);
      case "hogql" ->
          new Aggregate(HogqlReader.readExpression(series.path("math_hogql").asText("")));
      case String function when isOfNumbers(function) -> ofProperty(function, series);
      default ->
          throw new InsightException(
              "math is \""
                  + math
                  + "\": it must be total, dau, weekly_active, monthly_active, unique_session,"
                  + " unique_group, first_time_for_user, first_matching_event_for_user, sum, avg,"
                  + " min, max, median, p75, p90, p95, p99, one of these with _count_per_actor, or"
                  + " hogql");
    };
  }

  private static boolean isOfNumbers(String function) {
    return OF_NUMBERS.contains(function) || QUANTILES.containsKey(function);
  }

  private static Expression group(JsonNode series) {
    int index = series.path("math_group_type_index").asInt(0);
    return Call.of("nullIf", Field.of("$group_" + index), Constant.text(""));
  }

  private static Measure ofProperty(String function, JsonNode series) {
    String property = series.path("math_property").asText("");
    if (property.isEmpty()) {
      throw new InsightException("math \"" + function + "\" needs math_property: name a property");
    }
    String type = series.path("math_property_type").asText("event_properties");
    if (type.equals("session_properties") && property.equals("$session_duration")) {
      // A session has one length, however many events it has.
      return new PerActor(
          Field.of("$session_id"),
          Call.of("any", Call.of("toFloat", Field.of("session", property))),
          aggregate(function, Field.of(AMOUNT)));
    }
    return new Aggregate(aggregate(function, number(type, property)));
  }

  private static Expression number(String type, String property) {
    if (property.equals("$time")) {
      return Call.of("toUnixTimestamp", Field.of("timestamp"));
    }
    Expression field =
        switch (type) {
          case "event_properties" -> PropertySource.events().of("event", property, 0);
          case "person_properties" -> PropertySource.events().of("person", property, 0);
          case "session_properties" -> PropertySource.events().of("session", property, 0);
          default ->
              throw new InsightException(
                  "math_property_type is \""
                      + type
                      + "\": it must be event_properties, person_properties or session_properties");
        };
    return Call.of("toFloat", field);
  }

  private static Expression aggregate(String function, Expression number) {
    return OF_NUMBERS.contains(function)
        ? Call.of(function, number)
        : quantile(QUANTILES.get(function), number);
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
