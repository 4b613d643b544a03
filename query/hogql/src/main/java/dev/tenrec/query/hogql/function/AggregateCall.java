package dev.tenrec.query.hogql.function;

import dev.tenrec.query.hogql.HogqlException;
import dev.tenrec.query.hogql.HogqlException.Code;
import dev.tenrec.query.hogql.plan.Aggregation;
import dev.tenrec.query.hogql.plan.SortKey;
import dev.tenrec.query.hogql.plan.Type;
import dev.tenrec.query.hogql.plan.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A call of a function of many rows.
 *
 * @param arguments name, arguments and where it stands
 * @param parameters the first parentheses of {@code quantile(0.9)(x)}
 */
public record AggregateCall(
    Arguments arguments,
    List<Value> parameters,
    boolean distinct,
    List<SortKey> order,
    boolean withinGroup,
    Optional<Value> filter) {
  public AggregateCall {
    parameters = List.copyOf(parameters);
    order = List.copyOf(order);
  }

  AggregateCall withArguments(List<Value> changed) {
    return new AggregateCall(
        arguments.with(changed), parameters, distinct, order, withinGroup, filter);
  }

  AggregateCall withDistinct() {
    return new AggregateCall(arguments, parameters, true, order, withinGroup, filter);
  }

  AggregateCall withoutOrder() {
    return new AggregateCall(arguments, parameters, distinct, List.of(), false, filter);
  }

  /** Only the rows for which the condition holds too. */
  AggregateCall where(Value condition) {
    List<Value> conditions = new ArrayList<>(filter.stream().toList());
    conditions.add(condition);
    return new AggregateCall(
        arguments,
        parameters,
        distinct,
        order,
        withinGroup,
        Optional.of(conditions.size() == 1 ? condition : new Value.And(conditions)));
  }

  /** The aggregate of that name over the arguments as they are. */
  Aggregation aggregation(String function, Type type, boolean nullable) {
    return aggregation(function, parameters, arguments.values(), type, nullable);
  }

  Aggregation aggregation(
      String function, List<Value> constants, List<Value> values, Type type, boolean nullable) {
    return new Aggregation(function, constants, values, distinct, order, filter, type, nullable);
  }

  Value aggregated(String function, Type type, boolean nullable) {
    return new Value.Aggregated(aggregation(function, type, nullable));
  }

  /** A constant parameter from 0 to 1. */
  Value level(int index) {
    if (index < parameters.size()) {
      switch (parameters.get(index)) {
        case Value.Real(double level) when level >= 0 && level <= 1 -> {
          return new Value.Real(level);
        }
        case Value.Whole(long level) when level >= 0 && level <= 1 -> {
          return new Value.Real(level);
        }
        default -> {}
      }
    }
    throw new HogqlException(
        Code.WRONG_ARGUMENTS,
        "Function '%s' needs a level from 0 to 1 in parentheses before its arguments: %s(0.9)(x)"
            .formatted(arguments.function(), arguments.function()),
        arguments.span());
  }

  /** A constant whole parameter. */
  Optional<Long> count() {
    if (parameters.isEmpty()) {
      return Optional.empty();
    }
    if (parameters.getFirst() instanceof Value.Whole(long count) && count > 0) {
      return Optional.of(count);
    }
    throw new HogqlException(
        Code.WRONG_ARGUMENTS,
        "Function '%s' needs a whole number from 1 in its first parentheses"
            .formatted(arguments.function()),
        arguments.span());
  }
}
