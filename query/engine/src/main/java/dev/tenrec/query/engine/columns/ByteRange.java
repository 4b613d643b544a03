package dev.tenrec.query.engine.columns;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The bytes from {@code start} to before {@code end}. */
record ByteRange(long start, long end) {
  ByteRange {
    if (start < 0 || start >= end) {
      throw new IllegalArgumentException(
          "The range from " + start + " to before " + end + " holds no byte");
    }
  }

  long length() {
    return end - start;
  }

  boolean overlaps(ByteRange other) {
    return start < other.end && other.start < end;
  }

  /** The same bytes in pieces of at most {@code size}. */
  List<ByteRange> pieces(long size) {
    List<ByteRange> pieces = new ArrayList<>();
    for (long at = start; at < end; at += size) {
      pieces.add(new ByteRange(at, Math.min(at + size, end)));
    }
    return pieces;
  }

  /** The ranges in order, with those made one that lie less than {@code gap} apart or overlap. */
  static List<ByteRange> merge(List<ByteRange> ranges, long gap) {
    List<ByteRange> merged = new ArrayList<>();
    for (ByteRange range :
        ranges.stream().sorted(Comparator.comparingLong(ByteRange::start)).toList()) {
      if (!merged.isEmpty() && range.start - merged.getLast().end < gap) {
        ByteRange last = merged.removeLast();
        merged.add(new ByteRange(last.start, Math.max(last.end, range.end)));
      } else {
        merged.add(range);
      }
    }
    return merged;
  }
}
