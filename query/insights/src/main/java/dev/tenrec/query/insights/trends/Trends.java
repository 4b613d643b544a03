package dev.tenrec.query.insights.trends;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.query.hogql.ast.Expression;
import dev.tenrec.query.insights.InsightException;
import dev.tenrec.query.insights.Rows;
import dev.tenrec.query.insights.Trees;
import dev.tenrec.query.insights.dates.DateRange;
import dev.tenrec.query.insights.dates.Today;
import dev.tenrec.query.insights.properties.PropertyFilters;
import dev.tenrec.query.insights.trends.TrendsQuery.Display;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Answers a {@code TrendsQuery}. */
public final class Trends {
  private final Rows rows;
  private final Today today;
  private final JsonNode testAccounts;

  /**
   * @param rows runs what is asked of the events, for the project
   * @param today what dates are read by
   * @param testAccounts the project's filters that leave test accounts out
   */
  public Trends(Rows rows, Today today, JsonNode testAccounts) {
    this.testAccounts = requireNonNull(testAccounts, "testAccounts is null");
    this.rows = rows;
    this.today = requireNonNull(today, "today is null");
  }

  /**
   * The answer: {@code results} and {@code hasMore}.
   *
   * @param json the query node
   * @param earliest the project's first event, what the date {@code all} means
   * @throws InsightException when the question cannot be understood
   */
  public ObjectNode answer(JsonNode json, Instant earliest) {
    TrendsQuery query = TrendsQuery.read(json, today, earliest);
    List<SeriesResult> results = new ArrayList<>();
    boolean more = period(query, query.range(), Optional.empty(), results);
    if (query.previous().isPresent()) {
      results.replaceAll(result -> result.comparedAs("current"));
      more |= period(query, query.previous().get(), Optional.of("previous"), results);
    }
    List<SeriesResult> shown =
        query.formulas().isEmpty() ? results : Formulas.apply(query.formulas(), results);
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    var list = answer.putArray("results");
    shown.forEach(result -> list.add(result.json()));
    answer
        .putObject("resolved_date_range")
        .put("date_from", query.range().from().toOffsetDateTime().toString())
        .put("date_to", query.range().to().toOffsetDateTime().toString());
    return answer.put("hasMore", more);
  }

  private boolean period(
      TrendsQuery query,
      DateRange range,
      Optional<String> compareLabel,
      List<SeriesResult> results) {
    SeriesRunner runner = new SeriesRunner(rows);
    DateRange counted = query.exact() ? range : range.fromBucketStart(query.interval());
    boolean more = false;
    for (Series series : query.series()) {
      SeriesQuery asked =
          new SeriesQuery(
              series,
              counted,
              query.interval(),
              series.condition(new PropertyFilters(today)),
              filter(query, series),
              query.breakdown(),
              query.display() == Display.RUNNING_TOTAL);
      Measured measured = runner.run(asked, query.display() == Display.IN_TOTAL);
      measured
          .parts()
          .forEach(
              (part, values) ->
                  results.add(SeriesResult.of(query, series, range, part, values, compareLabel)));
      more |= measured.more();
    }
    return more;
  }

  private Expression filter(TrendsQuery query, Series series) {
    PropertyFilters filters = new PropertyFilters(today);
    List<Expression> conditions = new ArrayList<>();
    for (JsonNode group :
        List.of(
            query.properties(),
            series.json().path("properties"),
            series.json().path("fixedProperties"),
            query.withoutTestAccounts() ? testAccounts : MissingNode.getInstance())) {
      Expression condition = filters.condition(group);
      if (!condition.equals(Expression.Constant.truth(true))) {
        conditions.add(condition);
      }
    }
    return Trees.all(conditions);
  }
}
