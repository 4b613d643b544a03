package dev.tenrec.cloud.mappings;

import java.util.Collection;

/** Ends threads that work for another one. */
final class Stopping {
  private Stopping() {}

  /**
   * Interrupts the threads and returns when all have ended, also when the caller is being
   * interrupted itself: what outlived it would write into what the next run reads.
   */
  static void all(Collection<Thread> threads) {
    boolean interrupted = Thread.interrupted();
    threads.forEach(Thread::interrupt);
    for (Thread thread : threads) {
      while (thread.isAlive()) {
        try {
          thread.join();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
