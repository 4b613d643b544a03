package dev.tenrec.infra.settings;

import java.time.Duration;

/**
 * How long each step waits to fill a batch. The sum is roughly the time from an event to its first
 * appearance in a query; shorter windows mean more invocations and more, smaller files.
 *
 * @param ingestWindow wait before ingest sees captured events
 * @param lakeWindow wait before the lake function writes processed events to files
 * @param commitWindow wait before written files are committed to the tables
 */
public record Freshness(Duration ingestWindow, Duration lakeWindow, Duration commitWindow) {
  private static final Duration LONGEST = Duration.ofMinutes(5);

  /** For the local cloud, where an invocation costs nothing: visible after about 7 seconds. */
  public static final Freshness LOCAL =
      new Freshness(Duration.ofSeconds(1), Duration.ofSeconds(3), Duration.ofSeconds(3));

  /** For AWS: visible after about a minute. */
  public static final Freshness STANDARD =
      new Freshness(Duration.ofSeconds(1), Duration.ofSeconds(30), Duration.ofSeconds(30));

  public Freshness {
    check("ingestWindow", ingestWindow);
    check("lakeWindow", lakeWindow);
    check("commitWindow", commitWindow);
  }

  private static void check(String name, Duration window) {
    boolean whole = window.equals(Duration.ofSeconds(window.toSeconds()));
    if (!whole || window.isNegative() || window.compareTo(LONGEST) > 0) {
      throw new SettingsException(
          "freshness.%s is %s: Lambda waits 0 to 300 whole seconds".formatted(name, window));
    }
  }
}
