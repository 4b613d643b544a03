package dev.tenrec.streams;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/**
 * Records waiting to be put, one queue a key. A call takes at most one record of each key: within a
 * call the stream may accept a later record and refuse an earlier one, so a key's second record
 * must not leave before its first has arrived.
 */
final class RecordQueues {
  private static final int CALL_RECORDS = 500;
  private static final int CALL_BYTES = 5 * 1024 * 1024;

  private final Map<String, Queue<PackedRecord>> queues = new LinkedHashMap<>();

  void add(PackedRecord record) {
    queues.computeIfAbsent(record.key(), _ -> new ArrayDeque<>()).add(record);
  }

  boolean isEmpty() {
    return queues.isEmpty();
  }

  /** How many records wait. */
  int size() {
    return queues.values().stream().mapToInt(Queue::size).sum();
  }

  /** The records of the next call; they stay queued until {@link #accepted}. */
  List<PackedRecord> nextCall() {
    List<PackedRecord> call = new ArrayList<>();
    int bytes = 0;
    for (Queue<PackedRecord> queue : queues.values()) {
      PackedRecord first = queue.element();
      bytes += first.size();
      if (call.size() == CALL_RECORDS || bytes > CALL_BYTES) {
        break;
      }
      call.add(first);
    }
    return call;
  }

  /** Forgets a record of the last call. */
  void accepted(PackedRecord record) {
    Queue<PackedRecord> queue = queues.get(record.key());
    queue.remove();
    if (queue.isEmpty()) {
      queues.remove(record.key());
    }
  }
}
