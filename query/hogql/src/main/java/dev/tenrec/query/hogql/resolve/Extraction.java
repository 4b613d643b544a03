package dev.tenrec.query.hogql.resolve;

import dev.tenrec.query.hogql.plan.Aggregation;
import dev.tenrec.query.hogql.plan.Rewrite;
import dev.tenrec.query.hogql.plan.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the parts of values that relations compute, and puts columns in their place. */
final class Extraction {
  private Extraction() {}

  /** The different aggregations, in the order in which they stand. */
  static List<Aggregation> aggregations(List<Value> values) {
    Set<Aggregation> found = new LinkedHashSet<>();
    for (Value value : values) {
      Rewrite.visit(
          value,
          part -> {
            if (part instanceof Value.Aggregated(Aggregation aggregation)) {
              found.add(aggregation);
            }
          });
    }
    return new ArrayList<>(found);
  }

  /** The different window functions. */
  static List<Value.Windowed> windows(List<Value> values) {
    Set<Value.Windowed> found = new LinkedHashSet<>();
    for (Value value : values) {
      Rewrite.visit(
          value,
          part -> {
            if (part instanceof Value.Windowed windowed) {
              found.add(windowed);
            }
          });
    }
    return new ArrayList<>(found);
  }

  /** The arrayJoins whose arrays need no other step before. */
  static List<Value.Unnested> unnestable(List<Value> values) {
    Set<Value.Unnested> found = new LinkedHashSet<>();
    for (Value value : values) {
      Rewrite.visit(
          value,
          part -> {
            if (part instanceof Value.Unnested unnested && isPlain(unnested.array())) {
              found.add(unnested);
            }
          });
    }
    return new ArrayList<>(found);
  }

  private static boolean isPlain(Value value) {
    return !Rewrite.contains(
        value,
        part ->
            part instanceof Value.Unnested
                || part instanceof Value.Aggregated
                || part instanceof Value.Windowed);
  }

  /** The value with each such part replaced. */
  static Value replace(Value value, Value part, Value by) {
    return Rewrite.replace(
        value, candidate -> candidate.equals(part) ? Optional.of(by) : Optional.empty());
  }
}
