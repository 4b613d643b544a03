package dev.tenrec.cloud.progress;

import static java.util.Objects.requireNonNull;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Prints progress with the seconds since the start in front. */
public final class ConsoleProgress implements Progress {
  private final PrintStream out;
  private final InstantSource clock;
  private final Instant start;
  private final Set<String> noticed = ConcurrentHashMap.newKeySet();

  public ConsoleProgress(PrintStream out, InstantSource clock) {
    this.out = requireNonNull(out, "out is null");
    this.clock = requireNonNull(clock, "clock is null");
    this.start = clock.instant();
  }

  @Override
  public void step(String line) {
    print("  ", line);
  }

  @Override
  public void notice(String line) {
    if (noticed.add(line)) {
      print("! ", line);
    }
  }

  @Override
  public void printed(String function, String line) {
    synchronized (out) {
      out.println("[" + function + "] " + line);
    }
  }

  private void print(String mark, String line) {
    double seconds = Duration.between(start, clock.instant()).toMillis() / 1000.0;
    String text = String.format(Locale.ROOT, "%6.1f s  %s%s%n", seconds, mark, line);
    synchronized (out) {
      out.print(text);
      out.flush();
    }
  }
}
