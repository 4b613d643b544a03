package dev.tenrec.cloud.mappings;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Which records of a shard are done, when several batches of it are at work at once: the checkpoint
 * is the last record before which nothing is open.
 */
final class ShardProgress {
  private final Deque<String> open = new ArrayDeque<>();
  private final Set<String> doneAhead = new HashSet<>();
  private Optional<String> checkpoint = Optional.empty();
  private boolean changed;

  /** A record was read. */
  synchronized void read(String sequenceNumber) {
    open.addLast(sequenceNumber);
  }

  /** Records are done. */
  synchronized void done(Collection<String> sequenceNumbers) {
    doneAhead.addAll(sequenceNumbers);
    while (!open.isEmpty() && doneAhead.remove(open.peekFirst())) {
      checkpoint = Optional.of(open.removeFirst());
      changed = true;
    }
    notifyAll();
  }

  /** The checkpoint, if it has moved since it was asked for last. */
  synchronized Optional<String> moved() {
    Optional<String> result = changed ? checkpoint : Optional.empty();
    changed = false;
    return result;
  }

  /** Waits until nothing is open. */
  synchronized void awaitAll() throws InterruptedException {
    while (!open.isEmpty()) {
      wait();
    }
  }
}
