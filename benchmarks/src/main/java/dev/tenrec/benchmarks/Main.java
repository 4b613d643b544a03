package dev.tenrec.benchmarks;

import java.net.URI;
import java.util.List;

/**
 * Runs benchmarks: {@code Main FRONT TOKEN [capture] [parquet] [query]}, all of them where none is
 * named. FRONT is a running Tenrec.
 */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) throws Exception {
    List<String> wanted = List.of(arguments).subList(2, arguments.length);
    System.out.printf(
        "Machine: %d CPUs, %d MB heap, %s, Java %s%n",
        Runtime.getRuntime().availableProcessors(),
        Runtime.getRuntime().maxMemory() >> 20,
        System.getProperty("os.name") + " " + System.getProperty("os.arch"),
        Runtime.version());
    if (wanted.isEmpty() || wanted.contains("capture")) {
      new CaptureBenchmark(URI.create(arguments[0]), arguments[1]).run();
    }
    if (wanted.isEmpty() || wanted.contains("parquet")) {
      new ParquetBenchmark().run();
    }
    if (wanted.isEmpty() || wanted.contains("query")) {
      new QueryBenchmark().run();
    }
  }
}
