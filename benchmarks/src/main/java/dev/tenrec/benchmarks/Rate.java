package dev.tenrec.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;

/** Takes a figure several times, in turn with a yardstick, and keeps the medians. */
final class Rate {
  private static final int ROUNDS = 5;

  private Rate() {}

  /**
   * Prints a figure beside a yardstick.
   *
   * @param figure measures once, in {@code unit}
   * @param yardstick measures the yardstick once
   */
  static void compare(
      String name, String unit, Callable<Double> figure, String other, Callable<Double> yardstick)
      throws Exception {
    figure.call();
    yardstick.call();
    List<Double> figures = new ArrayList<>();
    List<Double> yardsticks = new ArrayList<>();
    List<Double> ratios = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      double ours = figure.call();
      double theirs = yardstick.call();
      figures.add(ours);
      yardsticks.add(theirs);
      ratios.add(ours / theirs);
    }
    System.out.printf(
        "%-44s %,12.0f %s   %s %,.0f   ratio %.2f (%.2f to %.2f)%n",
        name,
        median(figures),
        unit,
        other,
        median(yardsticks),
        median(ratios),
        Collections.min(ratios),
        Collections.max(ratios));
  }

  /** The value in the middle. */
  static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    return sorted.get(sorted.size() / 2);
  }
}
