package dev.tenrec.query.hogql.parse;

import dev.tenrec.query.hogql.ast.Expression;
import dev.tenrec.query.hogql.ast.Literal;
import dev.tenrec.query.hogql.ast.Operator;
import dev.tenrec.query.hogql.ast.Query;
import dev.tenrec.query.hogql.ast.Select;
import dev.tenrec.query.hogql.ast.SelectBuilder;
import dev.tenrec.query.hogql.ast.SortItem;
import dev.tenrec.query.hogql.ast.Span;
import dev.tenrec.query.hogql.ast.Table;
import dev.tenrec.query.hogql.ast.Window;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Random syntax trees, of the shapes that the reader itself gives. */
final class Trees {
  private static final Span SPAN = Span.NONE;

  private Trees() {}

  static Arbitrary<Expression> expressions() {
    return expressions(4);
  }

  static Arbitrary<Query> queries() {
    return queries(2);
  }

  private static Arbitrary<String> names() {
    return Arbitraries.oneOf(
        Arbitraries.of("event", "a", "$browser", "select", "day", "f", "in", "inf", "weird name"),
        Arbitraries.strings().ofMinLength(1).ofMaxLength(4));
  }

  private static Arbitrary<Literal> literals() {
    return Arbitraries.oneOf(
        Arbitraries.strings().ofMaxLength(5).map(Literal.Text::new),
        Arbitraries.of("'", "\\", "\\'", "''", "{", "</a>", "--", "\0", "\\d")
            .map(Literal.Text::new),
        Arbitraries.longs().greaterOrEqual(-Long.MAX_VALUE).map(Literal.Whole::new),
        Arbitraries.doubles().map(Literal.Real::new),
        Arbitraries.of(true, false).map(Literal.Truth::new),
        Arbitraries.just(new Literal.Nothing()));
  }

  private static Arbitrary<Expression> leaves() {
    return Arbitraries.oneOf(
        literals().map(value -> new Expression.Constant(SPAN, value)),
        names().list().ofMinSize(1).ofMaxSize(3).map(path -> new Expression.Field(SPAN, path)),
        names().map(name -> new Expression.Placeholder(SPAN, Expression.Field.of(name))));
  }

  private static Arbitrary<Expression> expressions(int depth) {
    if (depth == 0) {
      return leaves();
    }
    Arbitrary<Expression> inner = Arbitraries.lazy(() -> expressions(depth - 1));
    Arbitrary<List<Expression>> some = inner.list().ofMinSize(1).ofMaxSize(3);
    return Arbitraries.oneOf(
        leaves(),
        Combinators.combine(Arbitraries.of(Operator.Arithmetic.values()), inner, inner)
            .as((operator, left, right) -> new Expression.Arithmetic(SPAN, operator, left, right)),
        Combinators.combine(Arbitraries.of(Operator.Comparison.values()), inner, inner)
            .as((operator, left, right) -> new Expression.Comparison(SPAN, operator, left, right)),
        inner.list().ofMinSize(2).ofMaxSize(3).map(all -> new Expression.And(SPAN, all)),
        inner.list().ofMinSize(2).ofMaxSize(3).map(all -> new Expression.Or(SPAN, all)),
        inner.map(operand -> new Expression.Not(SPAN, operand)),
        Combinators.combine(inner, Arbitraries.of(true, false))
            .as((operand, negated) -> new Expression.NullTest(SPAN, operand, negated)),
        Combinators.combine(inner, inner, inner, Arbitraries.of(true, false))
            .as((a, b, c, negated) -> new Expression.Between(SPAN, a, b, c, negated)),
        Combinators.combine(names(), names().list().ofMaxSize(2), inner)
            .as((first, others, body) -> lambda(first, others, body)),
        calls(inner),
        some.map(elements -> new Expression.Array(SPAN, elements)),
        some.map(elements -> new Expression.Tuple(SPAN, elements)),
        Combinators.combine(inner, inner)
            .as(
                (key, value) ->
                    new Expression.Dictionary(SPAN, List.of(new Expression.Entry(key, value)))),
        Combinators.combine(inner, inner, Arbitraries.of(true, false))
            .as((operand, index, nullish) -> new Expression.Index(SPAN, operand, index, nullish)),
        Combinators.combine(inner, inner.optional(), inner.optional())
            .as((operand, from, to) -> new Expression.Slice(SPAN, operand, from, to)),
        Combinators.combine(
                inner, Arbitraries.integers().between(1, 99), Arbitraries.of(true, false))
            .as(
                (operand, index, nullish) ->
                    new Expression.TupleElement(SPAN, operand, index, nullish)),
        Combinators.combine(inner, names(), Arbitraries.of(true, false)).as(Trees::property),
        Combinators.combine(inner, Arbitraries.of(true, false))
            .as(
                (operand, lenient) ->
                    new Expression.Cast(SPAN, operand, "decimal(10, 2)", lenient)),
        Combinators.combine(inner.optional(), some, inner.optional())
            .as(
                (operand, branches, otherwise) ->
                    new Expression.Case(
                        SPAN,
                        operand,
                        branches.stream().map(b -> new Expression.Branch(b, b)).toList(),
                        otherwise)),
        Combinators.combine(inner, names())
            .as((value, name) -> new Expression.Alias(SPAN, value, name)),
        inner.list().ofMaxSize(3).map(children -> tag(children)));
  }

  private static Expression lambda(String first, List<String> others, Expression body) {
    List<String> parameters = new java.util.ArrayList<>(others);
    parameters.addFirst(first);
    return new Expression.Lambda(SPAN, parameters, body);
  }

  // The reader joins a name after a point to the field before it.
  private static Expression property(Expression operand, String name, boolean nullish) {
    boolean joined = operand instanceof Expression.Field && !nullish;
    return new Expression.Property(SPAN, operand, name, nullish || joined);
  }

  private static Expression tag(List<Expression> children) {
    return new Expression.Tag(
        SPAN,
        "Tag",
        List.of(new Expression.Attribute("value", Expression.Constant.text("a'b"))),
        children);
  }

  private static Arbitrary<Expression> calls(Arbitrary<Expression> inner) {
    Arbitrary<Expression.Call> calls =
        Combinators.combine(
                names(),
                inner.list().ofMaxSize(2).optional(),
                inner.list().ofMaxSize(3),
                Arbitraries.of(true, false),
                inner.list().ofMaxSize(1),
                inner.optional())
            .as(
                (name, parameters, arguments, distinct, order, filter) ->
                    new Expression.Call(
                        SPAN,
                        name,
                        parameters,
                        arguments,
                        distinct,
                        order.stream().map(key -> SortItem.by(key, distinct)).toList(),
                        filter.isPresent() && !order.isEmpty(),
                        filter));
    return Arbitraries.oneOf(
        calls.map(call -> call),
        Combinators.combine(calls, inner)
            .as((call, key) -> new Expression.WindowCall(SPAN, call, window(key))));
  }

  private static Window window(Expression key) {
    return new Window.Specification(
        SPAN,
        Optional.empty(),
        List.of(key),
        List.of(SortItem.by(key, true)),
        Optional.of(
            new Window.Frame(
                Window.Unit.ROWS,
                new Window.Bound.Offset(key, false),
                new Window.Bound.Unbounded(true))));
  }

  private static Arbitrary<Query> queries(int depth) {
    Arbitrary<Expression> inner = expressions(2);
    Arbitrary<Query> selects =
        Combinators.combine(
                inner.list().ofMinSize(1).ofMaxSize(3),
                Arbitraries.lazy(() -> tables(depth)).optional(),
                inner.optional(),
                inner.list().ofMaxSize(2),
                inner.optional(),
                Arbitraries.of(true, false))
            .as(Trees::select);
    if (depth == 0) {
      return selects;
    }
    Arbitrary<Query> deeper = Arbitraries.lazy(() -> queries(depth - 1));
    return Arbitraries.oneOf(
        selects,
        Combinators.combine(deeper, Arbitraries.of(Query.SetOperator.values()), deeper)
            .as(
                (first, operator, second) ->
                    new Query.Combined(SPAN, first, List.of(new Query.Member(operator, second)))),
        names().map(name -> new Query.Open(SPAN, Expression.Field.of(name))));
  }

  private static Query select(
      List<Expression> columns,
      Optional<Table.Tree> from,
      Optional<Expression> condition,
      List<Expression> keys,
      Optional<Expression> count,
      boolean distinct) {
    SelectBuilder select = Select.of().columns(columns).distinct(distinct).groupBy(keys);
    from.ifPresent(select::from);
    condition.ifPresent(
        present -> select.where(present).prewhere(present).having(present).qualify(present));
    select.orderBy(
        new Query.Order(
            keys.stream().map(key -> SortItem.by(key, true)).toList(), Optional.empty()));
    count.ifPresent(
        present -> {
          select.limitBy(new Query.LimitBy(present, Optional.of(present), List.of(present)));
          select.limit(new Query.Limit(count, count, distinct, distinct));
        });
    return select.build();
  }

  private static Arbitrary<Table.Tree> tables(int depth) {
    Arbitrary<Table> named =
        names().list().ofMinSize(1).ofMaxSize(2).map(path -> new Table.Named(SPAN, path));
    Arbitrary<Table> table =
        depth == 0
            ? named
            : Arbitraries.oneOf(
                named,
                Arbitraries.lazy(() -> queries(depth - 1))
                    .map(query -> new Table.FromQuery(SPAN, query)),
                expressions(1)
                    .map(value -> new Table.FromValues(SPAN, List.of(List.of(value, value)))));
    Arbitrary<Table.Source> sources =
        Combinators.combine(table, names().optional())
            .as(
                (source, alias) ->
                    new Table.Source(SPAN, source, alias, List.of(), false, Optional.empty()));
    Arbitrary<Table.Join> joins =
        Combinators.combine(
                Arbitraries.of(
                    Table.Side.INNER, Table.Side.LEFT, Table.Side.RIGHT, Table.Side.FULL),
                Arbitraries.of(Table.Strictness.values()),
                sources,
                expressions(1))
            .as(
                (side, strictness, source, condition) ->
                    new Table.Join(
                        SPAN, side, strictness, source, new Table.Constraint.On(condition)));
    return Combinators.combine(sources, joins.list().ofMaxSize(2)).as(Table.Tree::new);
  }
}
