package dev.tenrec.benchmarks;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** How long it takes from sending an event until a query counts it. */
final class FreshnessBenchmark implements Benchmark {
  private static final int EVENTS = 12;
  private static final double WINDOWS = 1 + 3 + 3;

  private final RunningTenrec tenrec;

  FreshnessBenchmark(RunningTenrec tenrec) {
    this.tenrec = tenrec;
  }

  @Override
  public String method() {
    return EVENTS
        + " single events over HTTP, each sent at a random moment when all is quiet, asked for with"
        + " HogQL every 50 ms until it is counted. Yardstick: the windows that the default settings"
        + " of the local cloud wait to fill batches, 1 s before ingest, 3 s before the lake, 3 s"
        + " before the commit.";
  }

  @Override
  public void run() throws Exception {
    Random random = new Random();
    // The first event finds functions that have never run.
    System.out.printf("%-44s %12.1f s%n", "the first event of all", seconds());
    List<Double> seconds = new ArrayList<>();
    for (int i = 0; i < EVENTS; i++) {
      Thread.sleep(random.nextInt(5_000));
      seconds.add(seconds());
    }
    Collections.sort(seconds);
    System.out.printf(
        "%-44s %12.1f s   the windows %.0f   most %.1f, least %.1f%n",
        "an event until a query counts it, median",
        Rate.median(seconds),
        WINDOWS,
        seconds.getLast(),
        seconds.getFirst());
  }

  private double seconds() throws Exception {
    String id = UUID.randomUUID().toString();
    long start = System.nanoTime();
    tenrec.send(
        tenrec.front(),
        JsonNodeFactory.instance
            .arrayNode()
            .add(
                JsonNodeFactory.instance
                    .objectNode()
                    .put("event", "freshness")
                    .put("distinct_id", id)));
    tenrec.await("select count() from events where distinct_id = '" + id + "'", 1);
    return (System.nanoTime() - start) / 1e9;
  }
}
