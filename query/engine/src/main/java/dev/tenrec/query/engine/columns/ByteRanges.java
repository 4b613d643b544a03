package dev.tenrec.query.engine.columns;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A set of bytes that grows. Not safe for use by several threads. */
final class ByteRanges {
  // End by start; disjoint, and never touching.
  private final TreeMap<Long, Long> ends = new TreeMap<>();
  private long length;

  /** Adds bytes, and returns how many of them are new. */
  long add(ByteRange range) {
    long before = length;
    long start = range.start();
    long end = range.end();
    Map.Entry<Long, Long> near = ends.floorEntry(end);
    while (near != null && near.getValue() >= start) {
      start = Math.min(start, near.getKey());
      end = Math.max(end, near.getValue());
      length -= near.getValue() - near.getKey();
      ends.remove(near.getKey());
      near = ends.floorEntry(end);
    }
    ends.put(start, end);
    length += end - start;
    return length - before;
  }

  /** The parts of {@code range} that are not in the set, in order. */
  List<ByteRange> missing(ByteRange range) {
    List<ByteRange> missing = new ArrayList<>();
    long at = range.start();
    Map.Entry<Long, Long> before = ends.floorEntry(at);
    if (before != null) {
      at = Math.max(at, before.getValue());
    }
    for (Map.Entry<Long, Long> next : ends.tailMap(range.start(), false).entrySet()) {
      if (next.getKey() >= range.end()) {
        break;
      }
      if (next.getKey() > at) {
        missing.add(new ByteRange(at, next.getKey()));
      }
      at = next.getValue();
    }
    if (at < range.end()) {
      missing.add(new ByteRange(at, range.end()));
    }
    return missing;
  }

  /** How many bytes are in the set. */
  long length() {
    return length;
  }
}
