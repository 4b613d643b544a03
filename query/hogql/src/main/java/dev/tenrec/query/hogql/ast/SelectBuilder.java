package dev.tenrec.query.hogql.ast;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts a {@link Select} together clause by clause. */
public final class SelectBuilder {
  private final Span span;
  private boolean recursive;
  private List<Query.Common> with = List.of();
  private boolean distinct;
  private List<Expression> columns;
  private Optional<Table.Tree> from = Optional.empty();
  private Optional<Query.ArrayJoin> arrayJoin = Optional.empty();
  private Optional<Expression> prewhere = Optional.empty();
  private Optional<Expression> where = Optional.empty();
  private Optional<Query.Grouping> groupBy = Optional.empty();
  private Optional<Expression> having = Optional.empty();
  private Optional<Expression> qualify = Optional.empty();
  private List<Query.NamedWindow> windows = List.of();
  private Query.Order orderBy = Query.Order.none();
  private Optional<Query.LimitBy> limitBy = Optional.empty();
  private Optional<Query.Limit> limit = Optional.empty();

  public SelectBuilder(Span span, List<Expression> columns) {
    this.span = span;
    this.columns = columns;
  }

  SelectBuilder(Select select) {
    span = select.span();
    recursive = select.recursive();
    with = select.with();
    distinct = select.distinct();
    columns = select.columns();
    from = select.from();
    arrayJoin = select.arrayJoin();
    prewhere = select.prewhere();
    where = select.where();
    groupBy = select.groupBy();
    having = select.having();
    qualify = select.qualify();
    windows = select.windows();
    orderBy = select.orderBy();
    limitBy = select.limitBy();
    limit = select.limit();
  }

  public SelectBuilder columns(List<Expression> changed) {
    columns = changed;
    return this;
  }

  public SelectBuilder with(boolean isRecursive, List<Query.Common> definitions) {
    recursive = isRecursive;
    with = definitions;
    return this;
  }

  public SelectBuilder distinct(boolean isDistinct) {
    distinct = isDistinct;
    return this;
  }

  public SelectBuilder from(Table.Tree tree) {
    from = Optional.of(tree);
    return this;
  }

  /** From one table of that name. */
  public SelectBuilder from(String table) {
    return from(Table.Tree.of(Table.Source.of(new Table.Named(Span.NONE, List.of(table)))));
  }

  /** From one query in parentheses. */
  public SelectBuilder from(Query query) {
    return from(Table.Tree.of(Table.Source.of(new Table.FromQuery(Span.NONE, query))));
  }

  public SelectBuilder arrayJoin(Query.ArrayJoin join) {
    arrayJoin = Optional.of(join);
    return this;
  }

  public SelectBuilder prewhere(Expression condition) {
    prewhere = Optional.of(condition);
    return this;
  }

  public SelectBuilder where(Expression condition) {
    where = Optional.of(condition);
    return this;
  }

  /** Where all of these hold; no condition at all when there are none. */
  public SelectBuilder where(List<Expression> conditions) {
    if (conditions.isEmpty()) {
      where = Optional.empty();
      return this;
    }
    return where(
        conditions.size() == 1 ? conditions.getFirst() : new Expression.And(Span.NONE, conditions));
  }

  public SelectBuilder groupBy(Query.Grouping grouping) {
    groupBy = Optional.of(grouping);
    return this;
  }

  /** Grouped by these values; not grouped when there are none. */
  public SelectBuilder groupBy(List<Expression> keys) {
    groupBy = keys.isEmpty() ? Optional.empty() : Optional.of(new Query.Grouping.By(keys));
    return this;
  }

  public SelectBuilder having(Expression condition) {
    having = Optional.of(condition);
    return this;
  }

  public SelectBuilder qualify(Expression condition) {
    qualify = Optional.of(condition);
    return this;
  }

  public SelectBuilder windows(List<Query.NamedWindow> named) {
    windows = new ArrayList<>(named);
    return this;
  }

  public SelectBuilder orderBy(Query.Order order) {
    orderBy = order;
    return this;
  }

  public SelectBuilder limitBy(Query.LimitBy limited) {
    limitBy = Optional.of(limited);
    return this;
  }

  public SelectBuilder limit(Query.Limit limited) {
    limit = Optional.of(limited);
    return this;
  }

  /** At most so many rows. */
  public SelectBuilder limit(long count) {
    return limit(
        new Query.Limit(
            Optional.of(Expression.Constant.whole(count)), Optional.empty(), false, false));
  }

  public Select build() {
    return new Select(
        span, recursive, with, distinct, columns, from, arrayJoin, prewhere, where, groupBy, having,
        qualify, windows, orderBy, limitBy, limit);
  }
}
