package dev.tenrec.query.insights.placeholders;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenrec.query.hogql.HogqlException;
import dev.tenrec.query.hogql.HogqlException.Code;
import dev.tenrec.query.hogql.ast.Expression;
import dev.tenrec.query.hogql.ast.Expression.Constant;
import dev.tenrec.query.hogql.ast.Expression.Field;
import dev.tenrec.query.hogql.ast.Operator.Comparison;
import dev.tenrec.query.hogql.ast.Rebuild;
import dev.tenrec.query.hogql.ast.Span;
import dev.tenrec.query.hogql.placeholders.Meaning;
import dev.tenrec.query.hogql.placeholders.Reading;
import dev.tenrec.query.insights.InsightException;
import dev.tenrec.query.insights.Trees;
import dev.tenrec.query.insights.dates.DateException;
import dev.tenrec.query.insights.dates.DateRange;
import dev.tenrec.query.insights.dates.Today;
import dev.tenrec.query.insights.properties.PropertyFilters;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What {@code {filters}}, {@code {filters.dateRange.from}} and {@code {filters.dateRange.to}} stand
 * for. Dates are exact moments: the first one is included, the last one is not.
 */
public final class FilterMeanings {
  private final JsonNode filters;
  private final JsonNode testAccounts;
  private final Today today;

  /**
   * @param filters {@code {dateRange, properties, filterTestAccounts}}; nothing is filtered when it
   *     is missing
   * @param testAccounts the project's filters that leave test accounts out
   * @param today what dates are read by
   */
  public FilterMeanings(JsonNode filters, JsonNode testAccounts, Today today) {
    this.filters = requireNonNull(filters, "filters is null");
    this.testAccounts = requireNonNull(testAccounts, "testAccounts is null");
    this.today = requireNonNull(today, "today is null");
  }

  Meaning of(List<String> path, Reading reading, Span span) {
    return switch (String.join(".", path)) {
      case "filters" -> new Meaning.Value(condition(reading, span));
      case "filters.dateRange.from" -> bound("date_from", span);
      case "filters.dateRange.to" -> bound("date_to", span);
      case String other ->
          throw new HogqlException(
              Code.UNRESOLVED_PLACEHOLDER,
              "There is no {%s}: write {filters}, {filters.dateRange.from} or {filters.dateRange.to}"
                  .formatted(other),
              span);
    };
  }

  private Meaning bound(String field, Span span) {
    return moment(field, span)
        .<Meaning>map(moment -> new Meaning.Value(Trees.moment(moment)))
        .orElseGet(Meaning.Unbounded::new);
  }

  private Optional<Instant> moment(String field, Span span) {
    String said = filters.path("dateRange").path(field).asText("");
    if (said.isBlank() || said.equals("null") || said.equals("all")) {
      return Optional.empty();
    }
    try {
      return Optional.of(DateRange.moment(said, today));
    } catch (DateException unknown) {
      throw new HogqlException(Code.UNRESOLVED_PLACEHOLDER, unknown.getMessage(), span);
    }
  }

  private Expression condition(Reading reading, Span span) {
    if (filters.isEmpty()) {
      return Constant.truth(true);
    }
    FilteredTable table = FilteredTable.of(reading.table(), span);
    List<Expression> conditions = new ArrayList<>();
    moment("date_from", span)
        .ifPresent(
            from ->
                conditions.add(
                    Trees.compare(
                        Comparison.GREATER_OR_EQUAL, Field.of(table.time()), Trees.moment(from))));
    moment("date_to", span)
        .ifPresent(
            to ->
                conditions.add(
                    Trees.compare(Comparison.LESS, Field.of(table.time()), Trees.moment(to))));
    PropertyFilters properties = new PropertyFilters(today, table.properties());
    try {
      conditions.add(properties.condition(filters.path("properties")));
      if (filters.path("filterTestAccounts").asBoolean()) {
        conditions.add(properties.condition(testAccounts));
      }
    } catch (InsightException mistake) {
      throw new HogqlException(Code.INVALID_QUERY, mistake.getMessage(), span);
    }
    conditions.removeIf(Constant.truth(true)::equals);
    Expression all = Trees.all(conditions);
    return reading.qualifier().map(name -> qualified(all, name)).orElse(all);
  }

  // Where tables are joined, a bare name may be of any of them.
  private static Expression qualified(Expression condition, String name) {
    return new Rebuild(
            part ->
                part instanceof Field(Span span, List<String> path) && !path.getFirst().equals(name)
                    ? Optional.of(new Field(span, prefixed(name, path)))
                    : Optional.empty(),
            UnaryOperator.identity(),
            UnaryOperator.identity(),
            UnaryOperator.identity())
        .expression(condition);
  }

  private static List<String> prefixed(String name, List<String> path) {
    List<String> longer = new ArrayList<>(path);
    longer.addFirst(name);
    return longer;
  }
}
