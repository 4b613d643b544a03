package dev.tenrec.query.hogql.ast;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/** A single SELECT with its clauses. */
public record Select(
    Span span,
    boolean recursive,
    List<Common> with,
    boolean distinct,
    List<Expression> columns,
    Optional<Table.Tree> from,
    Optional<ArrayJoin> arrayJoin,
    Optional<Expression> prewhere,
    Optional<Expression> where,
    Optional<Grouping> groupBy,
    Optional<Expression> having,
    Optional<Expression> qualify,
    List<NamedWindow> windows,
    Order orderBy,
    Optional<LimitBy> limitBy,
    Optional<Limit> limit)
    implements Query {
  public Select {
    requireNonNull(span, "span is null");
    requireNonNull(orderBy, "orderBy is null");
    with = List.copyOf(with);
    columns = List.copyOf(columns);
    windows = List.copyOf(windows);
    if (columns.isEmpty()) {
      throw new IllegalArgumentException("A select needs at least one column");
    }
  }

  /** Begins a select of these columns; the clauses are added by the builder. */
  public static SelectBuilder of(Expression... columns) {
    return new SelectBuilder(Span.NONE, List.of(columns));
  }

  /** A builder that starts as this select. */
  public SelectBuilder change() {
    return new SelectBuilder(this);
  }
}
