package dev.tenrec.query.hogql.ast;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/** Something rows come from. */
public sealed interface Table extends Node {

  /** A table by its name. */
  record Named(Span span, List<String> path) implements Table {
    public Named {
      path = List.copyOf(path);
      if (path.isEmpty()) {
        throw new IllegalArgumentException("A table needs at least one name");
      }
    }
  }

  /** A query in parentheses. */
  record FromQuery(Span span, Query query) implements Table {}

  /** A function that gives rows, such as numbers(10). */
  record FromFunction(Span span, String name, List<Expression> arguments) implements Table {
    public FromFunction {
      arguments = List.copyOf(arguments);
    }
  }

  /** Rows written out. */
  record FromValues(Span span, List<List<Expression>> rows) implements Table {
    public FromValues {
      rows = rows.stream().map(List::copyOf).toList();
    }
  }

  /** To be replaced before the query can run. */
  record FromPlaceholder(Span span, Expression expression) implements Table {}

  /** A tag where a table is expected. */
  record FromTag(Span span, Expression.Tag tag) implements Table {}

  /** Joins in parentheses. */
  record Nested(Span span, Tree tree) implements Table {}

  /** A table with what may be said about it. */
  record Source(
      Span span,
      Table table,
      Optional<String> alias,
      List<String> columnAliases,
      boolean latest,
      Optional<Sample> sample) {
    public Source {
      requireNonNull(table, "table is null");
      columnAliases = List.copyOf(columnAliases);
    }

    /** A table as it is. */
    public static Source of(Table table) {
      return new Source(table.span(), table, Optional.empty(), List.of(), false, Optional.empty());
    }

    /** A table with an alias. */
    public static Source of(Table table, String alias) {
      return new Source(
          table.span(), table, Optional.of(alias), List.of(), false, Optional.empty());
    }
  }

  /** A share of the rows; the expressions are numbers or placeholders. */
  record Sample(Expression ratio, Optional<Expression> offset) {}

  /** A source and what is joined to it, in order. */
  record Tree(Source first, List<Join> joins) {
    public Tree {
      requireNonNull(first, "first is null");
      joins = List.copyOf(joins);
    }

    /** One source alone. */
    public static Tree of(Source source) {
      return new Tree(source, List.of());
    }
  }

  /** One join. */
  record Join(Span span, Side side, Strictness strictness, Source source, Constraint constraint) {}

  /** Whose rows stay when nothing matches. */
  enum Side {
    INNER,
    LEFT,
    RIGHT,
    FULL,
    CROSS,
    POSITIONAL
  }

  /** How many matches count. */
  enum Strictness {
    ALL,
    ANY,
    ASOF,
    SEMI,
    ANTI
  }

  /** When two rows match. */
  sealed interface Constraint {
    /** Always. */
    record None() implements Constraint {}

    /** When a condition holds. */
    record On(Expression condition) implements Constraint {}

    /** When the columns of these names are equal. */
    record Using(List<String> columns) implements Constraint {
      public Using {
        columns = List.copyOf(columns);
      }
    }

    /** When all columns of the same name are equal. */
    record Natural() implements Constraint {}
  }
}
