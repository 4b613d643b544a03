package dev.tenrec.query.hogql.plan;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * A function of many rows, as an aggregate or over a window.
 *
 * @param function its name; dialects know each
 * @param parameters constants such as the level of a quantile
 * @param distinct whether equal arguments count once
 * @param order in which rows are taken, where that matters
 * @param filter which rows are taken
 */
public record Aggregation(
    String function,
    List<Value> parameters,
    List<Value> arguments,
    boolean distinct,
    List<SortKey> order,
    Optional<Value> filter,
    Type type,
    boolean nullable) {
  public Aggregation {
    requireNonNull(function, "function is null");
    requireNonNull(type, "type is null");
    parameters = List.copyOf(parameters);
    arguments = List.copyOf(arguments);
    order = List.copyOf(order);
  }

  /** The same with other parts. */
  Aggregation with(List<Value> changed, List<SortKey> keys, Optional<Value> condition) {
    return new Aggregation(
        function, parameters, changed, distinct, keys, condition, type, nullable);
  }
}
