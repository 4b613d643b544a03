package dev.tenrec.demo;

import java.io.PrintStream;
import java.util.Locale;

/**
 * Shows how far one phase of the work is: one line that moves, or a line every tenth where nothing
 * can.
 */
final class ProgressBar {
  private static final int WIDTH = 32;

  private final PrintStream out;
  private final boolean moves;
  private final String phase;
  private int shown = -1;

  ProgressBar(PrintStream out, boolean moves, String phase) {
    this.out = out;
    this.moves = moves;
    this.phase = phase;
  }

  /**
   * Shows a share of the work from 0 to 1; after the whole of it the phase is over.
   *
   * @param note what is said behind it
   */
  synchronized void at(double share, String note) {
    int percent = (int) (100 * Math.clamp(share, 0, 1));
    int step = moves ? percent : percent / 10 * 10;
    boolean counts = moves && percent < 100;
    if (step <= shown && !counts) {
      return;
    }
    shown = step;
    int full = WIDTH * percent / 100;
    String line =
        String.format(
            Locale.ROOT,
            "  %-12s [%s%s] %3d %%  %s",
            phase,
            "#".repeat(full),
            ".".repeat(WIDTH - full),
            percent,
            note);
    if (moves) {
      out.print("\r" + line + (percent == 100 ? System.lineSeparator() : ""));
    } else {
      out.println(line);
    }
    out.flush();
  }
}
