package dev.tenrec.cloud;

import dev.tenrec.cloud.progress.Progress;
import java.util.ArrayDeque;
import java.util.Deque;

/** What has been started, to be stopped in the opposite order. */
final class Parts implements AutoCloseable {
  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private final Progress progress;

  Parts(Progress progress) {
    this.progress = progress;
  }

  synchronized <T extends AutoCloseable> T keep(T part) {
    parts.push(part);
    return part;
  }

  /** Stops all of them, also when one does not stop as it should. */
  @Override
  public synchronized void close() {
    while (!parts.isEmpty()) {
      AutoCloseable part = parts.pop();
      try {
        part.close();
      } catch (Exception e) {
        progress.notice("Could not stop " + part.getClass().getSimpleName() + ": " + e);
      }
    }
  }
}
