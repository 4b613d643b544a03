package dev.tenrec.benchmarks;

import java.util.UUID;

/** How many events a second get from an SDK into the lake. */
final class PipelineBenchmark implements Benchmark {
  private static final int EVENTS = 20_000;
  private static final int EVENTS_IN_A_REQUEST = 100;

  private final RunningTenrec tenrec;

  PipelineBenchmark(RunningTenrec tenrec) {
    this.tenrec = tenrec;
  }

  @Override
  public String method() {
    return "%,d events sent by one client, %d in a request, until a query counts all of them: capture, ingest, Parquet files and their commit in the local cloud, its windows of 7 s included. Yardstick: the same client until all are acknowledged."
        .formatted(EVENTS, EVENTS_IN_A_REQUEST);
  }

  @Override
  public void run() throws Exception {
    for (int round = 1; round <= 3; round++) {
      String name = UUID.randomUUID().toString();
      long start = System.nanoTime();
      for (int sent = 0; sent < EVENTS; sent += EVENTS_IN_A_REQUEST) {
        tenrec.send(tenrec.front(), Traffic.events(name, EVENTS_IN_A_REQUEST));
      }
      double acknowledged = (System.nanoTime() - start) / 1e9;
      tenrec.await("select count() from events where event = '" + name + "'", EVENTS);
      double visible = (System.nanoTime() - start) / 1e9;
      System.out.printf(
          "%-44s %,12.0f events/s   acknowledged %,.0f   (%.1f s after %.1f s)%n",
          "SDK to query, round " + round,
          EVENTS / visible,
          EVENTS / acknowledged,
          visible,
          acknowledged);
    }
  }
}
