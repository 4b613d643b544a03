package dev.tenrec.query.hogql.ast;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Makes trees anew with some of their parts changed.
 *
 * @param expressions what stands in the place of an expression; where it is empty the expression
 *     stays, with its parts made anew
 * @param queries what stands in the place of a query inside an expression, a FROM or a WITH
 * @param tables what stands in the place of a table, after its parts were made anew
 * @param places where a node says that it was written
 */
public record Rebuild(
    Function<Expression, Optional<Expression>> expressions,
    UnaryOperator<Query> queries,
    UnaryOperator<Table> tables,
    UnaryOperator<Span> places) {
  public Rebuild {
    requireNonNull(expressions, "expressions is null");
    requireNonNull(queries, "queries is null");
    requireNonNull(tables, "tables is null");
    requireNonNull(places, "places is null");
  }

  /** The expression made anew. */
  public Expression expression(Expression expression) {
    return expressions
        .apply(expression)
        .orElseGet(() -> new ExpressionRebuild(this).parts(expression));
  }

  /** The select with the parts of all its clauses made anew. */
  public Select select(Select select) {
    return new Select(
        places.apply(select.span()),
        select.recursive(),
        select.with().stream().map(this::common).toList(),
        select.distinct(),
        all(select.columns()),
        select.from().map(this::tree),
        select
            .arrayJoin()
            .map(
                join ->
                    new Query.ArrayJoin(
                        places.apply(join.span()), join.left(), all(join.arrays()))),
        select.prewhere().map(this::expression),
        select.where().map(this::expression),
        select.groupBy().map(this::grouping),
        select.having().map(this::expression),
        select.qualify().map(this::expression),
        select.windows().stream()
            .map(named -> new Query.NamedWindow(named.name(), specification(named.window())))
            .toList(),
        new Query.Order(items(select.orderBy().items()), select.orderBy().allDescending()),
        select
            .limitBy()
            .map(
                limit ->
                    new Query.LimitBy(
                        expression(limit.count()),
                        limit.offset().map(this::expression),
                        all(limit.keys()))),
        select
            .limit()
            .map(
                limit ->
                    new Query.Limit(
                        limit.count().map(this::expression),
                        limit.offset().map(this::expression),
                        limit.percent(),
                        limit.withTies())));
  }

  List<Expression> all(List<Expression> several) {
    return several.stream().map(this::expression).toList();
  }

  List<SortItem> items(List<SortItem> items) {
    return items.stream().map(this::item).toList();
  }

  private SortItem item(SortItem item) {
    return new SortItem(
        places.apply(item.span()),
        expression(item.expression()),
        item.descending(),
        item.nullsFirst(),
        item.collation(),
        item.fill()
            .map(
                fill ->
                    new SortItem.Fill(
                        fill.from().map(this::expression),
                        fill.to().map(this::expression),
                        fill.step().map(this::expression))));
  }

  Window window(Window window) {
    return switch (window) {
      case Window.Named(Span span, String name) -> new Window.Named(places.apply(span), name);
      case Window.Specification specification -> specification(specification);
    };
  }

  private Window.Specification specification(Window.Specification window) {
    return new Window.Specification(
        places.apply(window.span()),
        window.base(),
        all(window.partitionBy()),
        items(window.orderBy()),
        window
            .frame()
            .map(
                frame -> new Window.Frame(frame.unit(), bound(frame.start()), bound(frame.end()))));
  }

  private Window.Bound bound(Window.Bound bound) {
    return switch (bound) {
      case Window.Bound.CurrentRow _, Window.Bound.Unbounded _ -> bound;
      case Window.Bound.Offset(Expression distance, boolean following) ->
          new Window.Bound.Offset(expression(distance), following);
    };
  }

  private Query.Grouping grouping(Query.Grouping grouping) {
    return switch (grouping) {
      case Query.Grouping.By(List<Expression> keys) -> new Query.Grouping.By(all(keys));
      case Query.Grouping.All all -> all;
      case Query.Grouping.Cube(List<Expression> keys) -> new Query.Grouping.Cube(all(keys));
      case Query.Grouping.Rollup(List<Expression> keys) -> new Query.Grouping.Rollup(all(keys));
      case Query.Grouping.Sets(List<List<Expression>> sets) ->
          new Query.Grouping.Sets(sets.stream().map(this::all).toList());
    };
  }

  private Query.Common common(Query.Common common) {
    return switch (common) {
      case Query.Common.CommonTable(var span, var name, var columns, Query query) ->
          new Query.Common.CommonTable(places.apply(span), name, columns, queries.apply(query));
      case Query.Common.CommonValue(var span, var name, Expression value) ->
          new Query.Common.CommonValue(places.apply(span), name, expression(value));
    };
  }

  private Table.Tree tree(Table.Tree tree) {
    return new Table.Tree(
        source(tree.first()),
        tree.joins().stream()
            .map(
                join ->
                    new Table.Join(
                        places.apply(join.span()),
                        join.side(),
                        join.strictness(),
                        source(join.source()),
                        constraint(join.constraint())))
            .toList());
  }

  private Table.Constraint constraint(Table.Constraint constraint) {
    return switch (constraint) {
      case Table.Constraint.On(Expression condition) ->
          new Table.Constraint.On(expression(condition));
      case Table.Constraint.None _, Table.Constraint.Using _, Table.Constraint.Natural _ ->
          constraint;
    };
  }

  private Table.Source source(Table.Source source) {
    return new Table.Source(
        places.apply(source.span()),
        tables.apply(table(source.table())),
        source.alias(),
        source.columnAliases(),
        source.latest(),
        source
            .sample()
            .map(
                sample ->
                    new Table.Sample(
                        expression(sample.ratio()), sample.offset().map(this::expression))));
  }

  private Table table(Table table) {
    return switch (table) {
      case Table.Named(Span span, List<String> path) -> new Table.Named(places.apply(span), path);
      case Table.FromQuery(Span span, Query query) ->
          new Table.FromQuery(places.apply(span), queries.apply(query));
      case Table.FromFunction(Span span, String name, List<Expression> arguments) ->
          new Table.FromFunction(places.apply(span), name, all(arguments));
      case Table.FromValues(Span span, List<List<Expression>> rows) ->
          new Table.FromValues(places.apply(span), rows.stream().map(this::all).toList());
      case Table.FromPlaceholder placeholder -> placeholder;
      case Table.FromTag tag -> tag;
      case Table.Nested(Span span, Table.Tree tree) ->
          new Table.Nested(places.apply(span), tree(tree));
    };
  }
}
