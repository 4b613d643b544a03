package dev.tenrec.query.hogql.ast;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/** What stands after OVER. */
public sealed interface Window {
  /** A window that the WINDOW clause defines. */
  record Named(Span span, String name) implements Window {
    public Named {
      requireNonNull(name, "name is null");
    }
  }

  /**
   * A window written out.
   *
   * @param base the named window that it extends
   */
  record Specification(
      Span span,
      Optional<String> base,
      List<Expression> partitionBy,
      List<SortItem> orderBy,
      Optional<Frame> frame)
      implements Window {
    public Specification {
      partitionBy = List.copyOf(partitionBy);
      orderBy = List.copyOf(orderBy);
    }
  }

  /** Which neighbours of a row it sees. */
  record Frame(Unit unit, Bound start, Bound end) {
    public Frame {
      requireNonNull(unit, "unit is null");
      requireNonNull(start, "start is null");
      requireNonNull(end, "end is null");
    }
  }

  /** How a frame counts. */
  enum Unit {
    ROWS,
    RANGE,
    GROUPS
  }

  /** One end of a frame. */
  sealed interface Bound {
    /** The row itself. */
    record CurrentRow() implements Bound {}

    /** Everything on that side. */
    record Unbounded(boolean following) implements Bound {}

    /** So many rows, groups or units away. */
    record Offset(Expression distance, boolean following) implements Bound {}
  }
}
