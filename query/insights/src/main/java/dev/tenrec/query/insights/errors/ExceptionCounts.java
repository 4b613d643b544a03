package dev.tenrec.query.insights.errors;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenrec.query.hogql.ast.Expression;
import dev.tenrec.query.hogql.ast.Expression.Alias;
import dev.tenrec.query.hogql.ast.Expression.Call;
import dev.tenrec.query.hogql.ast.Expression.Constant;
import dev.tenrec.query.hogql.ast.Expression.Field;
import dev.tenrec.query.hogql.ast.Operator.Comparison;
import dev.tenrec.query.hogql.ast.Select;
import dev.tenrec.query.hogql.ast.Span;
import dev.tenrec.query.insights.Rows;
import dev.tenrec.query.insights.Trees;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Counts exceptions by issue. */
public final class ExceptionCounts {
  private static final String ISSUE = "issue";

  private final Rows rows;

  public ExceptionCounts(Rows rows) {
    this.rows = requireNonNull(rows, "rows is null");
  }

  /** The issues that have exceptions, in no order. */
  public List<IssueCounts> byIssue(ExceptionFilter filter) {
    Expression uuid = Call.of("toString", Field.of("uuid"));
    Select query =
        Select.of(
                named(ISSUE, filter.issueId()),
                Call.of("count"),
                Trees.countDistinct(Field.of("person_id")),
                Trees.countDistinct(Call.of("nullIf", Field.of("session_id"), Constant.text(""))),
                Call.of("toUnixTimestamp64Milli", Call.of("max", Field.of("timestamp"))),
                Call.of("argMin", uuid, Field.of("timestamp")),
                Call.of("argMax", uuid, Field.of("timestamp")),
                latest("lib"),
                latest("function"),
                latest("source"))
            .from("exceptions")
            .where(filter.conditions())
            .groupBy(List.of(Field.of(ISSUE)))
            .build();
    List<IssueCounts> counts = new ArrayList<>();
    for (List<JsonNode> row : rows.of(query)) {
      counts.add(
          new IssueCounts(
              row.get(0).asText(),
              row.get(1).asLong(),
              row.get(2).asLong(),
              row.get(3).asLong(),
              Instant.ofEpochMilli(row.get(4).asLong()),
              row.get(5).asText(),
              row.get(6).asText(),
              text(row.get(7)),
              text(row.get(8)),
              text(row.get(9))));
    }
    return counts;
  }

  /**
   * How many exceptions some issues had in each of so many equal parts of the time.
   *
   * @return an array of that length for every issue that had one
   */
  public Map<String, long[]> volumes(
      ExceptionFilter filter, Collection<String> issues, int resolution) {
    if (issues.isEmpty() || resolution == 0) {
      return Map.of();
    }
    long start = filter.from().toEpochMilli();
    long length = Math.max(1, Duration.between(filter.from(), filter.to()).toMillis() + 1);
    Expression elapsed =
        Call.of(
            "minus",
            Call.of("toUnixTimestamp64Milli", Field.of("timestamp")),
            Constant.whole(start));
    Expression bucket =
        Call.of(
            "intDiv",
            Call.of("multiply", elapsed, Constant.whole(resolution)),
            Constant.whole(length));
    List<Expression> conditions = new ArrayList<>(filter.conditions());
    conditions.add(
        Trees.compare(
            Comparison.IN,
            filter.issueId(),
            new Expression.Tuple(
                Span.NONE, issues.stream().<Expression>map(Constant::text).toList())));
    Select query =
        Select.of(named(ISSUE, filter.issueId()), named("bucket", bucket), Call.of("count"))
            .from("exceptions")
            .where(conditions)
            .groupBy(List.of(Field.of(ISSUE), Field.of("bucket")))
            .build();
    Map<String, long[]> volumes = new HashMap<>();
    for (List<JsonNode> row : rows.of(query)) {
      int part = Math.clamp(row.get(1).asLong(), 0, resolution - 1);
      volumes.computeIfAbsent(row.get(0).asText(), _ -> new long[resolution])[part] +=
          row.get(2).asLong();
    }
    return volumes;
  }

  private static Expression latest(String column) {
    return Call.of("argMax", Field.of(column), Field.of("timestamp"));
  }

  private static Expression named(String name, Expression expression) {
    return new Alias(Span.NONE, expression, name);
  }

  private static Optional<String> text(JsonNode value) {
    return Optional.ofNullable(value.textValue());
  }
}
