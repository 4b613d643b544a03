package dev.tenrec.query.insights.trends;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Computes formulas from the series' results: for each breakdown value and period apart, a series
 * that lacks the value counting as zero.
 */
final class Formulas {
  private Formulas() {}

  /**
   * A formula.
   *
   * @param label what its result is called, where that was said
   */
  record Named(String text, Optional<String> label) {}

  static List<SeriesResult> apply(List<Named> formulas, List<SeriesResult> results) {
    int series = 1 + results.stream().mapToInt(SeriesResult::order).max().orElse(0);
    Map<Key, List<Optional<SeriesResult>>> groups = new LinkedHashMap<>();
    for (SeriesResult result : results) {
      groups
          .computeIfAbsent(new Key(result.compareLabel(), result.part()), _ -> missing(series))
          .set(result.order(), Optional.of(result));
    }
    List<SeriesResult> computed = new ArrayList<>();
    for (int order = 0; order < formulas.size(); order++) {
      Named named = formulas.get(order);
      Formula.Value formula = Formula.parse(named.text(), series);
      for (List<Optional<SeriesResult>> group : groups.values()) {
        computed.add(compute(named, order, formula, group));
      }
    }
    return computed;
  }

  private static SeriesResult compute(
      Named named, int order, Formula.Value formula, List<Optional<SeriesResult>> group) {
    SeriesResult any = group.stream().flatMap(Optional::stream).findFirst().orElseThrow();
    List<Double> data = new ArrayList<>();
    for (int bucket = 0; bucket < any.data().size(); bucket++) {
      int at = bucket;
      data.add(
          formula.of(
              group.stream()
                  .map(result -> result.map(found -> found.data().get(at)).orElse(0.0))
                  .toList()));
    }
    Optional<Double> total =
        any.total()
            .map(
                _ ->
                    formula.of(
                        group.stream()
                            .map(result -> result.flatMap(SeriesResult::total).orElse(0.0))
                            .toList()));
    return new SeriesResult(
        order,
        named.label().orElse("Formula (" + named.text() + ")"),
        Optional.empty(),
        any.part(),
        any.compareLabel(),
        any.days(),
        any.labels(),
        data,
        total);
  }

  private static List<Optional<SeriesResult>> missing(int series) {
    List<Optional<SeriesResult>> missing = new ArrayList<>();
    for (int i = 0; i < series; i++) {
      missing.add(Optional.empty());
    }
    return missing;
  }

  private record Key(Optional<String> compareLabel, Optional<String> part) {}
}
