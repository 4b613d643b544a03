package dev.tenrec.benchmarks;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** How long one flag takes to evaluate in memory, beside Unleash's Java SDK in the same run. */
final class FlagsBenchmark implements Benchmark {
  @Override
  public String method() {
    return "nanoseconds to evaluate one flag for one of 1,024 users in turn, definitions and users"
        + " in memory; JMH, one fork of each, five warm-ups and ten measurements of a"
        + " second. Beside it Unleash's Java SDK with a strategy of the same shape: a"
        + " rollout to half of all users; two conditions before the rollout; three variants"
        + " after it.";
  }

  @Override
  public void run() throws Exception {
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .include(FlagEvaluation.class.getName() + ".*")
                    .verbosity(VerboseMode.SILENT)
                    .build())
            .run();
    Map<String, Result<?>> byName = new HashMap<>();
    Set<String> rules = new TreeSet<>();
    for (RunResult result : results) {
      String rule = result.getParams().getParam("rule");
      rules.add(rule);
      byName.put(result.getPrimaryResult().getLabel() + " " + rule, result.getPrimaryResult());
    }
    for (String rule : rules) {
      Result<?> ours = byName.get("tenrec " + rule);
      Result<?> theirs = byName.get("unleash " + rule);
      System.out.printf(
          "%-12s %,8.0f ns ± %,.0f   Unleash %,8.0f ns ± %,.0f   Unleash takes %.1f times as"
              + " long%n",
          rule,
          ours.getScore(),
          ours.getScoreError(),
          theirs.getScore(),
          theirs.getScoreError(),
          theirs.getScore() / ours.getScore());
    }
  }
}
