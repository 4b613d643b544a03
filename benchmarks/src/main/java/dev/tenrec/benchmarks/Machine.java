package dev.tenrec.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** What the figures were taken on. */
final class Machine {
  private Machine() {}

  static String describe() {
    return "%d CPUs%s, %d MB of heap, %s %s, Java %s, load %.1f before"
        .formatted(
            Runtime.getRuntime().availableProcessors(),
            model().map(" of "::concat).orElse(""),
            Runtime.getRuntime().maxMemory() >> 20,
            System.getProperty("os.name"),
            System.getProperty("os.arch"),
            Runtime.version(),
            ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }

  private static Optional<String> model() {
    try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst();
    } catch (IOException notLinux) {
      return Optional.empty();
    }
  }
}
