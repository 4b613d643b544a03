package dev.tenrec.cloud.web;

import java.util.concurrent.Semaphore;

/**
 * How much memory the bodies of all requests at work may take. Who comes when it is used up waits
 * with sending, so that many large requests at once are slow and not the end of the process.
 */
final class BodyBudget {
  private static final int UNIT = 1024;

  private final int units;
  private final Semaphore free;

  BodyBudget(long bytes) {
    this.units = Math.toIntExact(Math.min(bytes / UNIT, Integer.MAX_VALUE - 1L)) + 1;
    this.free = new Semaphore(units);
  }

  /** What one connection has taken. */
  final class Share {
    private int taken;

    /** Takes room for so many bytes; waits until there is. */
    void take(int bytes) {
      int wanted = Math.min(bytes / UNIT + 1, units - taken);
      free.acquireUninterruptibly(wanted);
      taken += wanted;
    }

    /** Gives all of it back. */
    void giveBack() {
      free.release(taken);
      taken = 0;
    }
  }
}
