package dev.tenrec.demo;

import dev.tenrec.demo.sending.Sender;
import dev.tenrec.demo.sending.Tally;
import dev.tenrec.demo.shop.Traffic;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;

/** Shows how far the sending is: one line that moves, or a line every tenth where nothing can. */
final class ProgressBar implements Sender.Progress {
  private static final int WIDTH = 32;

  private final PrintStream out;
  private final boolean moves;
  private final Traffic traffic;
  private final Tally tally;
  private int shown = -1;

  ProgressBar(PrintStream out, boolean moves, Traffic traffic, Tally tally) {
    this.out = out;
    this.moves = moves;
    this.traffic = traffic;
    this.tally = tally;
  }

  @Override
  public synchronized void at(Instant reached) {
    double share =
        (double) Duration.between(traffic.start(), reached).toMillis()
            / Math.max(1, Duration.between(traffic.start(), traffic.now()).toMillis());
    int percent = (int) (100 * Math.clamp(share, 0, 1));
    int step = moves ? percent : percent / 10 * 10;
    boolean counts = moves && percent < 100;
    if (step <= shown && !counts) {
      return;
    }
    shown = step;
    String line = line(percent, reached);
    if (moves) {
      out.print("\r" + line + (percent == 100 ? System.lineSeparator() : ""));
    } else {
      out.println(line);
    }
    out.flush();
  }

  private String line(int percent, Instant reached) {
    int full = WIDTH * percent / 100;
    LocalDate date = LocalDate.ofInstant(reached, ZoneOffset.UTC);
    return String.format(
        Locale.ROOT,
        "  [%s%s] %3d %%  %s  %,9d events",
        "#".repeat(full),
        ".".repeat(WIDTH - full),
        percent,
        date,
        tally.total());
  }
}
