package dev.tenrec.query.hogql.function;

import dev.tenrec.query.hogql.plan.Type;
import dev.tenrec.query.hogql.plan.Type.Scalar;
import dev.tenrec.query.hogql.plan.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Medians and quantiles. All names interpolate between values, but for percentile_disc. */
final class Quantiles {
  private Quantiles() {}

  static void define(Map<String, Function<AggregateCall, Value>> functions) {
    for (String name :
        List.of("median", "medianExact", "medianTDigest", "medianTiming", "medianDeterministic")) {
      functions.put(name, call -> quantile(call, "quantile", new Value.Real(0.5)));
    }
    for (String name : List.of("quantile", "quantileExact", "quantileTDigest", "quantileTiming")) {
      functions.put(name, call -> quantile(call, "quantile", call.level(0)));
    }
    functions.put("quantiles", Quantiles::several);
    functions.put("percentile_cont", call -> withinGroup(call, "quantile"));
    functions.put("percentile_disc", call -> withinGroup(call, "quantileDiscrete"));
  }

  private static Value quantile(AggregateCall call, String primitive, Value level) {
    call.arguments().require(1, 1);
    AggregateCall floats = Aggregates.floats(call, 1);
    return new Value.Aggregated(
        floats.aggregation(
            primitive, List.of(level), floats.arguments().values(), Scalar.FLOAT, true));
  }

  private static Value several(AggregateCall call) {
    List<Value> quantiles = new ArrayList<>();
    for (int index = 0; index < Math.max(1, call.parameters().size()); index++) {
      quantiles.add(quantile(call, "quantile", call.level(index)));
    }
    return new Value.Elements(quantiles, new Type.ArrayOf(Scalar.FLOAT));
  }

  // percentile_cont(0.9) WITHIN GROUP (ORDER BY x)
  private static Value withinGroup(AggregateCall call, String primitive) {
    call.arguments().require(1, 1);
    if (!call.withinGroup() || call.order().size() != 1) {
      throw call.arguments().wrong("needs WITHIN GROUP (ORDER BY value)");
    }
    AggregateCall leveled =
        new AggregateCall(
            call.arguments(),
            call.arguments().values(),
            call.distinct(),
            call.order(),
            true,
            call.filter());
    return quantile(
        leveled.withArguments(List.of(call.order().getFirst().value())).withoutOrder(),
        primitive,
        leveled.level(0));
  }
}
