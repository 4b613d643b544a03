package dev.tenrec.emulators.kinesis;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** What every shard of a stream took in the current second of the clock. */
final class ShardLimits {
  private static final int RECORDS = 1_000;
  private static final int BYTES = 1 << 20;

  private record Taken(int records, int bytes) {}

  private final InstantSource clock;
  private final Map<Integer, Taken> taken = new HashMap<>();
  private long second;

  ShardLimits(InstantSource clock) {
    this.clock = clock;
  }

  /** Whether the shard takes {@code bytes} more in this second; if so they are counted. */
  synchronized boolean admits(int shard, int bytes) {
    long now = clock.instant().getEpochSecond();
    if (now != second) {
      taken.clear();
      second = now;
    }
    Taken before = taken.getOrDefault(shard, new Taken(0, 0));
    Taken with = new Taken(before.records + 1, before.bytes + bytes);
    // A single record above the limit passes an idle shard: it would never pass otherwise.
    if (with.records > RECORDS || (with.bytes > BYTES && before.records > 0)) {
      return false;
    }
    taken.put(shard, with);
    return true;
  }
}
