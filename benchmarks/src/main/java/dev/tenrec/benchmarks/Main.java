package dev.tenrec.benchmarks;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Runs benchmarks: {@code Main [--front URL] NAME ...}. Those that ask a running Tenrec need its
 * address, and that nobody owns it yet.
 */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) throws Exception {
    List<String> names = new ArrayList<>(List.of(arguments));
    Optional<URI> front = Optional.empty();
    if (names.size() > 1 && names.getFirst().equals("--front")) {
      front = Optional.of(URI.create(names.get(1)));
      names = names.subList(2, names.size());
    }
    System.out.println("Machine: " + Machine.describe());
    Optional<RunningTenrec> tenrec = Optional.empty();
    if (front.isPresent()) {
      tenrec = Optional.of(RunningTenrec.setUp(front.get()));
    }
    for (String name : names) {
      Benchmark benchmark = named(name, tenrec);
      System.out.println();
      System.out.println(name + ": " + benchmark.method());
      benchmark.run();
    }
  }

  private static Benchmark named(String name, Optional<RunningTenrec> tenrec) {
    return switch (name) {
      case "ingest" -> new IngestBenchmark();
      case "query" -> new QueryBenchmark();
      case "flags" -> new FlagsBenchmark();
      case "capture" -> new CaptureBenchmark(required(name, tenrec));
      case "pipeline" -> new PipelineBenchmark(required(name, tenrec));
      case "freshness" -> new FreshnessBenchmark(required(name, tenrec));
      default ->
          throw new IllegalArgumentException(
              "There is no benchmark \""
                  + name
                  + "\": there are capture, pipeline, freshness, ingest, query and flags");
    };
  }

  private static RunningTenrec required(String name, Optional<RunningTenrec> tenrec) {
    return tenrec.orElseThrow(
        () ->
            new IllegalArgumentException(
                "The benchmark " + name + " needs a running Tenrec: give --front URL"));
  }
}
