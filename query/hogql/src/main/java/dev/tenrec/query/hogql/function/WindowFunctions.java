package dev.tenrec.query.hogql.function;

import dev.tenrec.query.hogql.plan.Aggregation;
import dev.tenrec.query.hogql.plan.Type;
import dev.tenrec.query.hogql.plan.Type.Scalar;
import dev.tenrec.query.hogql.plan.Value;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** The functions that need a window: those that no plain aggregate can stand for. */
public final class WindowFunctions {
  private static final Map<String, Function<AggregateCall, Aggregation>> ALL = new TreeMap<>();

  static {
    for (String name : List.of("row_number", "rank", "dense_rank")) {
      ALL.put(name, call -> ranked(call, name, Scalar.INTEGER));
    }
    for (String name : List.of("percent_rank", "cume_dist")) {
      ALL.put(name, call -> ranked(call, name, Scalar.FLOAT));
    }
    ALL.put(
        "ntile",
        call -> {
          call.arguments().require(1, 1);
          return call.withArguments(List.of(call.arguments().as(0, Scalar.INTEGER)))
              .aggregation("ntile", Scalar.INTEGER, false);
        });
    Map.of("lag", "lag", "lead", "lead", "laginframe", "lag", "leadinframe", "lead")
        .forEach((name, primitive) -> ALL.put(name, call -> neighbour(call, primitive)));
    for (String name : List.of("first_value", "last_value")) {
      ALL.put(
          name,
          call -> {
            call.arguments().require(1, 1);
            return call.aggregation(name, call.arguments().get(0).type(), true);
          });
    }
    ALL.put(
        "nth_value",
        call -> {
          call.arguments().require(2, 2);
          List<Value> values =
              List.of(call.arguments().get(0), call.arguments().as(1, Scalar.INTEGER));
          return call.withArguments(values)
              .aggregation("nth_value", values.getFirst().type(), true);
        });
  }

  private WindowFunctions() {}

  /** The names of all of them. */
  public static Set<String> names() {
    return ALL.keySet();
  }

  /** The function of that name, if there is one. */
  public static Optional<Aggregation> find(AggregateCall call) {
    return Optional.ofNullable(ALL.get(call.arguments().function().toLowerCase(Locale.ROOT)))
        .map(function -> function.apply(call));
  }

  private static Aggregation ranked(AggregateCall call, String primitive, Type type) {
    call.arguments().require(0, 0);
    return call.aggregation(primitive, type, false);
  }

  private static Aggregation neighbour(AggregateCall call, String primitive) {
    Arguments arguments = call.arguments();
    arguments.require(1, 3);
    Type type = arguments.get(0).type();
    Value distance = arguments.size() > 1 ? arguments.as(1, Scalar.INTEGER) : new Value.Whole(1);
    List<Value> values =
        arguments.size() == 3
            ? List.of(arguments.get(0), distance, arguments.as(2, type))
            : List.of(arguments.get(0), distance);
    return call.withArguments(values).aggregation(primitive, type, true);
  }
}
