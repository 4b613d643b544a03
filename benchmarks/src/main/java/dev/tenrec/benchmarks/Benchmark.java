package dev.tenrec.benchmarks;

/** Something that can be measured. */
interface Benchmark {
  /** What is measured and how, and against what, in a sentence or two. */
  String method();

  /** Measures, and prints the figures. */
  void run() throws Exception;
}
