package dev.tenrec.cloud.mappings;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * One of the batches of a shard that may be at work at once. Records of one partition key always go
 * through the same lane, so they stay in order.
 */
final class Lane {
  // Below Lambda's limit for an event, by what surrounds the records.
  private static final int LARGEST_BATCH = 6 * 1024 * 1024 - 4096;
  // Two batches: one at work, one being filled.
  private static final int BUFFER = 2 * LARGEST_BATCH;

  /** Does something with a batch, to its end. */
  interface Work {
    void run(List<SourceRecord> batch) throws InterruptedException;
  }

  private final LinkedBlockingQueue<SourceRecord> waiting = new LinkedBlockingQueue<>();
  private final Semaphore room = new Semaphore(BUFFER);
  private final int size;
  private final Duration window;
  private final Work work;
  private Optional<SourceRecord> left = Optional.empty();

  Lane(int size, Duration window, Work work) {
    this.size = size;
    this.window = window;
    this.work = work;
  }

  /** Adds a record; waits while too much is waiting. */
  void add(SourceRecord record) throws InterruptedException {
    room.acquire(Math.min(record.size(), BUFFER));
    waiting.put(record);
  }

  /** Works until interrupted. */
  void run() throws InterruptedException {
    while (true) {
      List<SourceRecord> batch = next();
      work.run(batch);
      batch.forEach(record -> room.release(Math.min(record.size(), BUFFER)));
    }
  }

  private List<SourceRecord> next() throws InterruptedException {
    List<SourceRecord> batch = new ArrayList<>();
    SourceRecord record = left.isPresent() ? left.get() : waiting.take();
    left = Optional.empty();
    long deadline = System.nanoTime() + window.toNanos();
    long bytes = 0;
    while (record != null) {
      bytes += record.size();
      if (!batch.isEmpty() && bytes > LARGEST_BATCH) {
        left = Optional.of(record);
        return batch;
      }
      batch.add(record);
      if (batch.size() == size) {
        return batch;
      }
      record = waiting.poll(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
    }
    return batch;
  }
}
