package dev.tenrec.query.hogql.plan;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/** The rows that a window function sees from each row. */
public record WindowFrame(List<Value> partitionBy, List<SortKey> orderBy, Optional<Frame> frame) {
  public WindowFrame {
    partitionBy = List.copyOf(partitionBy);
    orderBy = List.copyOf(orderBy);
  }

  /** The part of the partition around a row. */
  public record Frame(Counting counting, Bound start, Bound end) {
    public Frame {
      requireNonNull(counting, "counting is null");
      requireNonNull(start, "start is null");
      requireNonNull(end, "end is null");
    }
  }

  /** What the distance of a bound counts. */
  public enum Counting {
    ROWS,
    RANGE,
    GROUPS
  }

  /** One end of a frame. */
  public sealed interface Bound {
    /** The row itself. */
    record CurrentRow() implements Bound {}

    /** Everything on that side. */
    record Unbounded(boolean following) implements Bound {}

    /** So far away. */
    record Offset(Value distance, boolean following) implements Bound {}
  }
}
