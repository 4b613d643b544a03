package dev.tenrec.query.hogql.resolve;

import dev.tenrec.query.hogql.HogqlException;
import dev.tenrec.query.hogql.HogqlException.Code;
import dev.tenrec.query.hogql.ast.Expression;
import dev.tenrec.query.hogql.ast.Literal;
import dev.tenrec.query.hogql.ast.Query;
import dev.tenrec.query.hogql.ast.Select;
import dev.tenrec.query.hogql.ast.SortItem;
import dev.tenrec.query.hogql.ast.Span;
import dev.tenrec.query.hogql.plan.Relation;
import dev.tenrec.query.hogql.plan.Rewrite;
import dev.tenrec.query.hogql.plan.SortKey;
import dev.tenrec.query.hogql.plan.Type;
import dev.tenrec.query.hogql.plan.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Resolves the clauses of one select, and hands them to {@link SelectAssembly} as values. */
final class SelectResolver {
  private final Resolution resolution;
  private final Select select;
  private final Scope scope;
  private final ExpressionResolver expressions;

  SelectResolver(Resolution resolution, Select select, Commons commons) {
    resolution.countSelect(select.span());
    this.resolution = resolution;
    this.select = select;
    this.scope = new Scope(define(select, commons));
    this.expressions = new ExpressionResolver(resolution, scope);
  }

  /** What is visible inside a select with this WITH. */
  static Commons define(Select select, Commons outer) {
    Commons commons = outer;
    for (Query.Common common : select.with()) {
      commons =
          commons.with(
              common.name(),
              switch (common) {
                case Query.Common.CommonTable table ->
                    new Commons.Definition.OfTable(table, commons, select.recursive());
                case Query.Common.CommonValue value -> new Commons.Definition.OfValue(value);
              });
    }
    return commons;
  }

  Resolved resolve() {
    Supplier<Relation> from =
        select
            .from()
            .map(tree -> new FromResolver(resolution, scope, expressions).resolve(tree))
            .orElse(Relation.Rows::single);
    select.windows().forEach(window -> scope.window(window.name(), window.window()));
    Optional<SelectAssembly.ArrayJoin> arrays = select.arrayJoin().map(this::arrayJoin);
    List<SelectAssembly.Column> columns = columns();
    List<Value> where = new ArrayList<>();
    select.prewhere().ifPresent(condition -> where.add(where(condition)));
    select.where().ifPresent(condition -> where.add(where(condition)));
    Optional<SelectAssembly.Grouping> grouping =
        select.groupBy().map(by -> new GroupingResolver(expressions, columns).resolve(by));
    Optional<Value> having = select.having().map(expressions::condition);
    Optional<Value> qualify = select.qualify().map(expressions::condition);
    List<SelectAssembly.Key> order = order(columns);
    Optional<SelectAssembly.LimitBy> limitBy = select.limitBy().map(this::limitBy);
    return new SelectAssembly(
            resolution,
            select.span(),
            from,
            arrays,
            where,
            columns,
            grouping,
            having,
            qualify,
            select.distinct(),
            order,
            limitBy,
            select.limit().map(this::slice))
        .assemble();
  }

  private SelectAssembly.ArrayJoin arrayJoin(Query.ArrayJoin join) {
    List<Relation.Assignment> arrays = new ArrayList<>();
    for (Expression written : join.arrays()) {
      if (!(written instanceof Expression.Alias(Span span, Expression array, String name))) {
        throw new HogqlException(
            Code.SYNTAX, "ARRAY JOIN needs a name for each array: add AS name", written.span());
      }
      Value value = expressions.resolve(array);
      if (!(value.type() instanceof Type.ArrayOf(Type element))) {
        throw new HogqlException(
            Code.WRONG_TYPE, "ARRAY JOIN needs an array, not " + value.type().label(), span);
      }
      arrays.add(new Relation.Assignment(resolution.symbols().make(name, element, true), value));
    }
    arrays.forEach(
        array -> scope.alias(array.symbol().name(), new Value.Reference(array.symbol())));
    return new SelectAssembly.ArrayJoin(arrays, join.left());
  }

  private List<SelectAssembly.Column> columns() {
    List<Expression> written =
        select.columns().stream()
            .flatMap(column -> new StarExpansion(scope).expand(column).stream())
            .toList();
    for (Expression column : written) {
      if (column instanceof Expression.Alias(Span _, Expression expression, String name)) {
        scope.promise(name, expression);
      }
    }
    List<SelectAssembly.Column> columns = new ArrayList<>();
    for (Expression column : written) {
      columns.add(column(column));
    }
    return columns;
  }

  private SelectAssembly.Column column(Expression written) {
    String name = ColumnNames.of(written);
    String shortName = ColumnNames.shortOf(written);
    if (written instanceof Expression.Alias(Span span, Expression expression, String alias)) {
      Value value = scope.kept(expression).orElseGet(() -> expressions.resolve(expression));
      scope.alias(alias, value);
      return new SelectAssembly.Column(name, shortName, value, span);
    }
    return new SelectAssembly.Column(name, shortName, expressions.resolve(written), written.span());
  }

  private Value where(Expression condition) {
    Value value = expressions.condition(condition);
    rejectAggregates(value, "WHERE", condition.span());
    return value;
  }

  static void rejectAggregates(Value value, String clause, Span span) {
    boolean aggregates =
        Rewrite.contains(
            value, part -> part instanceof Value.Aggregated || part instanceof Value.Windowed);
    if (aggregates) {
      throw new HogqlException(
          Code.INVALID_QUERY,
          "Aggregates and window functions cannot stand in %s: use HAVING or QUALIFY"
              .formatted(clause),
          span);
    }
  }

  private List<SelectAssembly.Key> order(List<SelectAssembly.Column> columns) {
    Optional<Boolean> all = select.orderBy().allDescending();
    if (all.isPresent()) {
      return columns.stream()
          .map(
              column ->
                  new SelectAssembly.Key(
                      new SortKey(column.value(), all.get(), false), column.span()))
          .toList();
    }
    CallResolver calls = new CallResolver(resolution, scope, expressions);
    List<SelectAssembly.Key> keys = new ArrayList<>();
    for (SortItem item : select.orderBy().items()) {
      SortKey key = calls.sortKeys(List.of(item)).getFirst();
      keys.add(
          new SelectAssembly.Key(
              position(item.expression(), columns)
                  .map(value -> new SortKey(value, key.descending(), key.nullsFirst()))
                  .orElse(key),
              item.span()));
    }
    return keys;
  }

  /** ORDER BY 2 and GROUP BY 2 mean the second column. */
  static Optional<Value> position(Expression key, List<SelectAssembly.Column> columns) {
    if (!(key instanceof Expression.Constant(Span span, Literal.Whole(long number)))) {
      return Optional.empty();
    }
    if (number < 1 || number > columns.size()) {
      throw new HogqlException(
          Code.INVALID_QUERY,
          "There is no column %d: the select list has %d".formatted(number, columns.size()),
          span);
    }
    return Optional.of(columns.get((int) number - 1).value());
  }

  private SelectAssembly.LimitBy limitBy(Query.LimitBy limit) {
    return new SelectAssembly.LimitBy(
        whole(limit.count()),
        limit.offset().map(this::whole).orElse(0L),
        expressions.resolveAll(limit.keys()));
  }

  private Relation.Slice slice(Query.Limit limit) {
    if (limit.withTies()) {
      throw new HogqlException(
          Code.NOT_SUPPORTED, "WITH TIES is not supported: use rank() and QUALIFY", select.span());
    }
    long offset = limit.offset().map(this::whole).orElse(0L);
    return limit.percent()
        ? new Relation.Slice(limit.count().map(this::number), Optional.empty(), offset)
        : new Relation.Slice(Optional.empty(), limit.count().map(this::whole), offset);
  }

  private double number(Expression expression) {
    return switch (expressions.resolve(expression)) {
      case Value.Whole(long number) when number >= 0 -> number;
      case Value.Real(double number) when number >= 0 -> number;
      default ->
          throw new HogqlException(
              Code.WRONG_ARGUMENTS,
              "A limit in percent must be a constant number from 0",
              expression.span());
    };
  }

  private long whole(Expression expression) {
    if (expressions.resolve(expression) instanceof Value.Whole(long number) && number >= 0) {
      return number;
    }
    throw new HogqlException(
        Code.WRONG_ARGUMENTS, "A limit must be a constant whole number from 0", expression.span());
  }
}
