package dev.tenrec.emulators.kinesis;

import java.util.List;
import java.util.OptionalLong;

/**
 * One shard of a stream.
 *
 * @param number counts the shards of a stream, closed ones included
 * @param parents none, the one that was split, or the two that were merged
 * @param start no record has a lower sequence number
 * @param end for a closed shard: no record has a higher sequence number
 */
record Shard(int number, HashRange range, List<Integer> parents, long start, OptionalLong end) {
  Shard {
    parents = List.copyOf(parents);
    if (parents.size() > 2) {
      throw new IllegalArgumentException("A shard has at most two parents, not " + parents);
    }
  }

  static String id(int number) {
    return "shardId-%012d".formatted(number);
  }

  String id() {
    return id(number);
  }

  boolean isOpen() {
    return end.isEmpty();
  }

  Shard closedAt(long sequence) {
    return new Shard(number, range, parents, start, OptionalLong.of(sequence));
  }
}
