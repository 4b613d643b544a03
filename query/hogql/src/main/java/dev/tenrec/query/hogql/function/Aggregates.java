package dev.tenrec.query.hogql.function;

import dev.tenrec.query.hogql.HogqlException;
import dev.tenrec.query.hogql.HogqlException.Code;
import dev.tenrec.query.hogql.plan.Type;
import dev.tenrec.query.hogql.plan.Type.Scalar;
import dev.tenrec.query.hogql.plan.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The functions of many rows. A name may end with If (the last argument is a condition), Distinct,
 * OrNull or OrDefault. Distinct counts are exact, quantiles interpolate.
 */
public final class Aggregates {
  private static final List<String> ENDINGS = List.of("If", "Distinct", "OrNull", "OrDefault");
  private static final List<String> UNSUPPORTED =
      List.of("State", "Merge", "ForEach", "Map", "Array", "Resample", "ArgMin", "ArgMax");
  private static final Map<String, Function<AggregateCall, Value>> ALL = new TreeMap<>();
  private static final Map<String, String> BY_LOWER_CASE = new HashMap<>();

  static {
    define();
    ALL.keySet().forEach(name -> BY_LOWER_CASE.put(name.toLowerCase(Locale.ROOT), name));
  }

  private Aggregates() {}

  /** The names without endings. */
  static Set<String> names() {
    return ALL.keySet();
  }

  /** Whether a call of that name aggregates. */
  public static boolean isAggregate(String name) {
    return find(name).isPresent();
  }

  /** The value of a call. */
  public static Value apply(AggregateCall call) {
    String name = call.arguments().function();
    Optional<String> known = find(name);
    String ending = name.substring(Math.min(known.map(String::length).orElse(0), name.length()));
    AggregateCall changed = call;
    boolean orNull = false;
    while (!ending.isEmpty()) {
      String first = ending;
      String next = ENDINGS.stream().filter(first::startsWith).findFirst().orElseThrow();
      switch (next) {
        case "If" -> changed = conditional(changed);
        case "Distinct" -> changed = changed.withDistinct();
        case "OrNull" -> orNull = true;
        default -> {}
      }
      ending = ending.substring(next.length());
    }
    Value value = ALL.get(known.orElseThrow()).apply(changed);
    return orNull && value instanceof Value.Coalesce(List<Value> options, Type _)
        ? options.getFirst()
        : value;
  }

  private static AggregateCall conditional(AggregateCall call) {
    Arguments arguments = call.arguments();
    arguments.require(1, Integer.MAX_VALUE);
    int last = arguments.size() - 1;
    return call.withArguments(arguments.values().subList(0, last))
        .where(arguments.as(last, Scalar.BOOLEAN));
  }

  // The longest name that the rest of the word are endings of.
  private static Optional<String> find(String name) {
    for (int length = name.length(); length > 0; length--) {
      String base = name.substring(0, length);
      String known =
          ALL.containsKey(base) ? base : BY_LOWER_CASE.get(base.toLowerCase(Locale.ROOT));
      if (known != null && areEndings(name.substring(length))) {
        return Optional.of(known);
      }
    }
    return Optional.empty();
  }

  private static boolean areEndings(String text) {
    return text.isEmpty()
        || ENDINGS.stream()
            .anyMatch(
                ending -> text.startsWith(ending) && areEndings(text.substring(ending.length())));
  }

  /** The error for an aggregate whose ending is known elsewhere but not here, if it is one. */
  public static Optional<String> unsupportedEnding(String name) {
    return UNSUPPORTED.stream()
        .filter(ending -> name.endsWith(ending))
        .filter(ending -> isAggregate(name.substring(0, name.length() - ending.length())))
        .findFirst();
  }

  private static void define() {
    ALL.put("count", Aggregates::count);
    for (String name :
        List.of(
            "uniq",
            "uniqExact",
            "uniqHLL12",
            "uniqTheta",
            "uniqCombined",
            "uniqCombined64",
            "countDistinct",
            "approx_count_distinct")) {
      ALL.put(name, Aggregates::uniq);
    }
    ALL.put("sum", Aggregates::sum);
    ALL.put("avg", call -> ofFloats(call, "avg", 1));
    ALL.put("min", call -> ofOne(call, "min"));
    ALL.put("max", call -> ofOne(call, "max"));
    ALL.put("any", call -> ofOne(call, "any"));
    ALL.put("anyLast", call -> ofOne(call, "anyLast"));
    ALL.put("anyHeavy", call -> ofOne(call, "mode"));
    ALL.put("mode", call -> ofOne(call, "mode"));
    ALL.put("argMin", call -> ofExtreme(call, "argMin"));
    ALL.put("argMax", call -> ofExtreme(call, "argMax"));
    ALL.put("groupArray", call -> list(call, false));
    ALL.put("array_agg", call -> list(call, false));
    ALL.put("groupUniqArray", call -> list(call, true));
    ALL.put("topK", Aggregates::topK);
    Map<String, String> statistics = new HashMap<>();
    for (String name :
        List.of(
            "stddevPop", "stddevSamp", "varPop", "varSamp", "skewSamp", "kurtSamp", "entropy")) {
      statistics.put(name, name);
    }
    statistics.put("stddev", "stddevSamp");
    statistics.put("variance", "varSamp");
    statistics.forEach((name, primitive) -> ALL.put(name, call -> ofFloats(call, primitive, 1)));
    for (String name : List.of("covarPop", "covarSamp", "corr")) {
      ALL.put(name, call -> ofFloats(call, name, 2));
    }
    ALL.put("avgWeighted", Aggregates::weighted);
    ALL.put("simpleLinearRegression", Aggregates::regression);
    for (String name : List.of("groupBitAnd", "groupBitOr", "groupBitXor")) {
      ALL.put(name, call -> bits(call, name));
    }
    ALL.put("groupConcat", Aggregates::concat);
    ALL.put("string_agg", Aggregates::concat);
    ALL.put("every", call -> truths(call, "every"));
    ALL.put("some", call -> truths(call, "some"));
    Quantiles.define(ALL);
  }

  private static Value count(AggregateCall call) {
    call.arguments().require(0, 1);
    if (call.distinct() && call.arguments().size() == 1) {
      return uniq(call);
    }
    return call.aggregated("count", Scalar.INTEGER, false);
  }

  private static Value uniq(AggregateCall call) {
    call.arguments().require(1, Integer.MAX_VALUE);
    return call.withDistinct().aggregated("count", Scalar.INTEGER, false);
  }

  // The sum of nothing is 0, but where every summand could have been null it is null.
  private static Value sum(AggregateCall call) {
    call.arguments().require(1, 1);
    Value summand = NumberFunctions.number(call.arguments(), 0);
    Value sum = call.withArguments(List.of(summand)).aggregated("sum", summand.type(), true);
    Value nothing = summand.type() == Scalar.INTEGER ? new Value.Whole(0) : new Value.Real(0);
    return summand.nullable() ? sum : new Value.Coalesce(List.of(sum, nothing), summand.type());
  }

  private static Value ofOne(AggregateCall call, String primitive) {
    call.arguments().require(1, 1);
    Type type = call.arguments().get(0).type();
    return call.aggregated(primitive, type, true);
  }

  private static Value ofExtreme(AggregateCall call, String primitive) {
    call.arguments().require(2, 2);
    return call.aggregated(primitive, call.arguments().get(0).type(), true);
  }

  private static Value ofFloats(AggregateCall call, String primitive, int count) {
    call.arguments().require(count, count);
    return floats(call, count).aggregated(primitive, Scalar.FLOAT, true);
  }

  static AggregateCall floats(AggregateCall call, int count) {
    List<Value> values = new ArrayList<>();
    for (int index = 0; index < count; index++) {
      values.add(call.arguments().as(index, Scalar.FLOAT));
    }
    return call.withArguments(values);
  }

  // Nulls are left out, as in counting.
  private static Value list(AggregateCall call, boolean distinct) {
    call.arguments().require(1, 1);
    Value element = call.arguments().get(0);
    Type type = new Type.ArrayOf(element.type());
    AggregateCall present =
        element.nullable() ? call.where(new Value.Not(new Value.IsNull(element))) : call;
    AggregateCall all = distinct ? present.withDistinct() : present;
    Value list =
        new Value.Coalesce(
            List.of(
                new Value.Aggregated(
                    all.aggregation("list", List.of(), all.arguments().values(), type, true)),
                new Value.Elements(List.of(), type)),
            type);
    return call.count()
        .<Value>map(
            most ->
                Arguments.primitive(
                    "arraySlice", type, list, new Value.Whole(1), new Value.Whole(most)))
        .orElse(list);
  }

  private static Value topK(AggregateCall call) {
    call.arguments().require(1, 1);
    Type type = new Type.ArrayOf(call.arguments().get(0).type());
    Value most = new Value.Whole(call.count().orElse(10L));
    return new Value.Coalesce(
        List.of(
            new Value.Aggregated(
                call.aggregation("topK", List.of(most), call.arguments().values(), type, true)),
            new Value.Elements(List.of(), type)),
        type);
  }

  private static Value weighted(AggregateCall call) {
    call.arguments().require(2, 2);
    AggregateCall floats = floats(call, 2);
    Value product = Arguments.primitive("multiply", Scalar.FLOAT, floats.arguments().values());
    Value sum = floats.withArguments(List.of(product)).aggregated("sum", Scalar.FLOAT, true);
    Value weights =
        floats
            .withArguments(List.of(floats.arguments().get(1)))
            .aggregated("sum", Scalar.FLOAT, true);
    return new Value.Apply("divide", List.of(sum, weights), Scalar.FLOAT, true);
  }

  private static Value regression(AggregateCall call) {
    call.arguments().require(2, 2);
    AggregateCall floats = floats(call, 2);
    return new Value.Tuple(
        List.of(
            floats.aggregated("regressionSlope", Scalar.FLOAT, true),
            floats.aggregated("regressionIntercept", Scalar.FLOAT, true)));
  }

  private static Value bits(AggregateCall call, String primitive) {
    call.arguments().require(1, 1);
    return call.withArguments(List.of(call.arguments().as(0, Scalar.INTEGER)))
        .aggregated(primitive, Scalar.INTEGER, true);
  }

  private static Value concat(AggregateCall call) {
    call.arguments().require(1, 2);
    String separator =
        call.arguments().size() == 2
            ? call.arguments().text(1)
            : call.parameters().stream().findFirst().map(Aggregates::separator).orElse(",");
    List<Value> values = List.of(call.arguments().as(0, Scalar.STRING), new Value.Text(separator));
    return new Value.Aggregated(
        call.aggregation("joinTexts", List.of(), values, Scalar.STRING, true));
  }

  private static String separator(Value parameter) {
    return parameter instanceof Value.Text(String text, Type _) ? text : ",";
  }

  private static Value truths(AggregateCall call, String primitive) {
    call.arguments().require(1, 1);
    return call.withArguments(List.of(call.arguments().as(0, Scalar.BOOLEAN)))
        .aggregated(primitive, Scalar.BOOLEAN, true);
  }

  /** The error for parameters where a function takes none. */
  static HogqlException noParameters(AggregateCall call) {
    return new HogqlException(
        Code.WRONG_ARGUMENTS,
        "Function '%s' takes no parameters before its arguments"
            .formatted(call.arguments().function()),
        call.arguments().span());
  }
}
