package dev.tenrec.query.engine.duckdb;

import dev.tenrec.query.hogql.plan.Aggregation;
import dev.tenrec.query.hogql.plan.SortKey;
import dev.tenrec.query.hogql.plan.Value;
import dev.tenrec.query.hogql.plan.WindowFrame;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Prints functions of many rows. */
final class AggregationPrinter {
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("any", "any_value"),
          Map.entry("anyLast", "last"),
          Map.entry("argMin", "arg_min"),
          Map.entry("argMax", "arg_max"),
          Map.entry("joinTexts", "string_agg"),
          Map.entry("quantile", "quantile_cont"),
          Map.entry("quantileDiscrete", "quantile_disc"),
          Map.entry("stddevPop", "stddev_pop"),
          Map.entry("stddevSamp", "stddev_samp"),
          Map.entry("varPop", "var_pop"),
          Map.entry("varSamp", "var_samp"),
          Map.entry("skewSamp", "skewness"),
          Map.entry("kurtSamp", "kurtosis"),
          Map.entry("covarPop", "covar_pop"),
          Map.entry("covarSamp", "covar_samp"),
          Map.entry("groupBitAnd", "bit_and"),
          Map.entry("groupBitOr", "bit_or"),
          Map.entry("groupBitXor", "bit_xor"),
          Map.entry("every", "bool_and"),
          Map.entry("some", "bool_or"),
          Map.entry("regressionSlope", "regr_slope"),
          Map.entry("regressionIntercept", "regr_intercept"),
          Map.entry("topK", "histogram"));

  private final ValuePrinter values;

  AggregationPrinter(ValuePrinter values) {
    this.values = values;
  }

  String print(Aggregation aggregation) {
    return print(aggregation, Optional.empty());
  }

  String print(Aggregation aggregation, WindowFrame window) {
    return print(aggregation, Optional.of(window));
  }

  private String print(Aggregation aggregation, Optional<WindowFrame> window) {
    String function = aggregation.function();
    StringBuilder call = new StringBuilder(NAMES.getOrDefault(function, function));
    call.append('(').append(aggregation.distinct() ? "DISTINCT " : "");
    call.append(arguments(aggregation));
    if (!aggregation.order().isEmpty()) {
      call.append(" ORDER BY ").append(keys(aggregation.order()));
    }
    call.append(')');
    aggregation
        .filter()
        .ifPresent(
            filter -> call.append(" FILTER (WHERE ").append(values.condition(filter)).append(')'));
    window.ifPresent(frame -> call.append(" OVER (").append(frame(frame)).append(')'));
    return finished(aggregation, call.toString());
  }

  private String arguments(Aggregation aggregation) {
    List<Value> arguments = aggregation.arguments();
    return switch (aggregation.function()) {
      case "count" ->
          arguments.isEmpty()
              ? "*"
              : arguments.size() == 1
                  ? values.print(arguments.getFirst())
                  : "(" + values.list(arguments) + ")";
      case "quantile", "quantileDiscrete" ->
          values.print(arguments.getFirst())
              + ", "
              + values.print(aggregation.parameters().getFirst());
      // regr_slope(y, x) names the dependent value first.
      case "regressionSlope", "regressionIntercept" ->
          values.print(arguments.get(1)) + ", " + values.print(arguments.getFirst());
      default -> values.list(arguments);
    };
  }

  private String finished(Aggregation aggregation, String call) {
    return switch (aggregation.function()) {
      case "sum", "count", "groupBitAnd", "groupBitOr", "groupBitXor", "ntile" ->
          "CAST(" + call + " AS " + Sql.type(aggregation.type()) + ")";
      case "topK" ->
          "list_transform(list_slice(list_sort(list_transform(map_entries(%s), lambda e: row(- CAST(e.value AS BIGINT), e.key))), 1, %s), lambda e: struct_extract_at(e, 2))"
              .formatted(call, values.print(aggregation.parameters().getFirst()));
      default -> call;
    };
  }

  String keys(List<SortKey> keys) {
    return keys.stream()
        .map(
            key ->
                values.print(key.value())
                    + (key.descending() ? " DESC" : " ASC")
                    + (key.nullsFirst() ? " NULLS FIRST" : " NULLS LAST"))
        .collect(Collectors.joining(", "));
  }

  private String frame(WindowFrame window) {
    StringBuilder sql = new StringBuilder();
    if (!window.partitionBy().isEmpty()) {
      sql.append("PARTITION BY ").append(values.list(window.partitionBy())).append(' ');
    }
    if (!window.orderBy().isEmpty()) {
      sql.append("ORDER BY ").append(keys(window.orderBy())).append(' ');
    }
    window
        .frame()
        .ifPresent(
            frame ->
                sql.append(frame.counting().name())
                    .append(" BETWEEN ")
                    .append(bound(frame.start()))
                    .append(" AND ")
                    .append(bound(frame.end())));
    return sql.toString().strip();
  }

  private String bound(WindowFrame.Bound bound) {
    return switch (bound) {
      case WindowFrame.Bound.CurrentRow _ -> "CURRENT ROW";
      case WindowFrame.Bound.Unbounded(boolean following) ->
          following ? "UNBOUNDED FOLLOWING" : "UNBOUNDED PRECEDING";
      case WindowFrame.Bound.Offset(Value distance, boolean following) ->
          values.print(distance) + (following ? " FOLLOWING" : " PRECEDING");
    };
  }
}
