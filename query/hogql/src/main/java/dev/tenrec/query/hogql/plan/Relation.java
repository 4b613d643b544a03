package dev.tenrec.query.hogql.plan;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Something that gives rows. */
public sealed interface Relation {
  /** The columns of its rows, in order. */
  List<Symbol> outputs();

  /**
   * The rows of one project in one lake table. The project is part of the node: there is no scan
   * without it.
   *
   * @param columns the lake columns that are needed, and what they are called from here on
   * @param range when the rows that matter happened
   */
  record Scan(long project, String table, List<ScanColumn> columns, TimeRange range)
      implements Relation {
    public Scan {
      requireNonNull(table, "table is null");
      requireNonNull(range, "range is null");
      columns = List.copyOf(columns);
      if (project < 1) {
        throw new IllegalArgumentException(
            "project is " + project + ": a scan must belong to a project");
      }
    }

    @Override
    public List<Symbol> outputs() {
      return columns.stream().map(ScanColumn::symbol).toList();
    }
  }

  /** One column of a scan. */
  record ScanColumn(String column, Symbol symbol) {}

  /** Rows written out. */
  record Rows(List<Symbol> outputs, List<List<Value>> rows) implements Relation {
    public Rows {
      outputs = List.copyOf(outputs);
      rows = rows.stream().map(List::copyOf).toList();
    }

    /** One row without columns: what a query without FROM reads. */
    public static Rows single() {
      return new Rows(List.of(), List.of(List.of()));
    }
  }

  /** The whole numbers from start, so many of them. */
  record Numbers(Symbol number, Value start, Value count) implements Relation {
    @Override
    public List<Symbol> outputs() {
      return List.of(number);
    }
  }

  /** The rows for which a condition holds. */
  record Filter(Relation input, Value condition) implements Relation {
    @Override
    public List<Symbol> outputs() {
      return input.outputs();
    }
  }

  /** Other columns, computed from those of the input. */
  record Project(Relation input, List<Assignment> assignments) implements Relation {
    public Project {
      assignments = List.copyOf(assignments);
    }

    @Override
    public List<Symbol> outputs() {
      return assignments.stream().map(Assignment::symbol).toList();
    }
  }

  /** One computed column. */
  record Assignment(Symbol symbol, Value value) {}

  /**
   * One row for each group.
   *
   * @param sets which keys make the groups, by index; one set of all keys for a plain GROUP BY
   */
  record Aggregate(
      Relation input,
      List<Assignment> keys,
      List<List<Integer>> sets,
      List<AggregateAssignment> aggregates)
      implements Relation {
    public Aggregate {
      keys = List.copyOf(keys);
      sets = sets.stream().map(List::copyOf).toList();
      aggregates = List.copyOf(aggregates);
      if (keys.isEmpty() && aggregates.isEmpty()) {
        throw new IllegalArgumentException("An aggregate needs a key or a function");
      }
    }

    @Override
    public List<Symbol> outputs() {
      List<Symbol> outputs = new ArrayList<>();
      keys.forEach(key -> outputs.add(key.symbol()));
      aggregates.forEach(aggregate -> outputs.add(aggregate.symbol()));
      return outputs;
    }
  }

  /** One aggregate column. */
  record AggregateAssignment(Symbol symbol, Aggregation aggregation) {}

  /** The input's columns and some computed over windows. */
  record Windows(Relation input, List<WindowAssignment> windows) implements Relation {
    public Windows {
      windows = List.copyOf(windows);
    }

    @Override
    public List<Symbol> outputs() {
      List<Symbol> outputs = new ArrayList<>(input.outputs());
      windows.forEach(window -> outputs.add(window.symbol()));
      return outputs;
    }
  }

  /** One column computed over a window. */
  record WindowAssignment(Symbol symbol, Aggregation function, WindowFrame window) {}

  /**
   * The rows of two relations side by side.
   *
   * @param within how far from the events on the left the events that the right is made of can have
   *     happened to matter; empty where all of them do
   */
  record Join(
      Kind kind,
      Relation left,
      Relation right,
      Optional<Value> condition,
      Optional<Duration> within)
      implements Relation {
    /** A join of rows of any time. */
    public Join(Kind kind, Relation left, Relation right, Optional<Value> condition) {
      this(kind, left, right, condition, Optional.empty());
    }

    /** Whose rows stay when nothing matches, and how many matches count. */
    public enum Kind {
      INNER,
      LEFT,
      RIGHT,
      FULL,
      CROSS,
      SEMI,
      ANTI,
      ASOF,
      ASOF_LEFT,
      POSITIONAL
    }

    @Override
    public List<Symbol> outputs() {
      if (kind == Kind.SEMI || kind == Kind.ANTI) {
        return left.outputs();
      }
      List<Symbol> outputs = new ArrayList<>(left.outputs());
      outputs.addAll(right.outputs());
      return outputs;
    }
  }

  /** The rows of several relations, combined by position. */
  record Combination(Operator operator, Relation left, Relation right, List<Symbol> outputs)
      implements Relation {
    public Combination {
      outputs = List.copyOf(outputs);
    }

    /** How they are combined. */
    public enum Operator {
      UNION_ALL,
      UNION,
      INTERSECT_ALL,
      INTERSECT,
      EXCEPT_ALL,
      EXCEPT
    }
  }

  /** Each different row once. */
  record Distinct(Relation input) implements Relation {
    @Override
    public List<Symbol> outputs() {
      return input.outputs();
    }
  }

  /** The rows in an order, and of these a part. */
  record Sort(Relation input, List<SortKey> keys, Optional<Slice> slice) implements Relation {
    public Sort {
      keys = List.copyOf(keys);
    }

    @Override
    public List<Symbol> outputs() {
      return input.outputs();
    }
  }

  /** A part of the rows: after so many, at most so many, or so many percent. */
  record Slice(Optional<Double> percent, Optional<Long> count, long offset) {}

  /**
   * One row for each element of the arrays, which are walked together.
   *
   * @param outer whether a row without elements stays, once
   */
  record Unnest(Relation input, List<Assignment> arrays, boolean outer) implements Relation {
    public Unnest {
      arrays = List.copyOf(arrays);
    }

    @Override
    public List<Symbol> outputs() {
      List<Symbol> outputs = new ArrayList<>(input.outputs());
      arrays.forEach(array -> outputs.add(array.symbol()));
      return outputs;
    }
  }

  /** Relations with names that the body may read more than once. */
  record With(List<Shared> shared, Relation body) implements Relation {
    public With {
      shared = List.copyOf(shared);
    }

    @Override
    public List<Symbol> outputs() {
      return body.outputs();
    }
  }

  /**
   * A relation with a name.
   *
   * @param step what is added again and again from the rows before, for a recursive one
   */
  record Shared(String name, Relation relation, Optional<Recursion> step) {}

  /** The step of a recursion: all rows, or only those not seen yet. */
  record Recursion(Relation relation, boolean distinct) {}

  /** The rows of a shared relation, under symbols of their own. */
  record SharedScan(String name, List<Symbol> outputs) implements Relation {
    public SharedScan {
      outputs = List.copyOf(outputs);
    }
  }
}
