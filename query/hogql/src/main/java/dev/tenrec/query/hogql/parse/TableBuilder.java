package dev.tenrec.query.hogql.parse;

import dev.tenrec.query.hogql.HogqlException;
import dev.tenrec.query.hogql.HogqlException.Code;
import dev.tenrec.query.hogql.ast.Expression;
import dev.tenrec.query.hogql.ast.Literal;
import dev.tenrec.query.hogql.ast.Span;
import dev.tenrec.query.hogql.ast.Table;
import dev.tenrec.query.hogql.grammar.HogqlLexer;
import dev.tenrec.query.hogql.grammar.HogqlParser.*;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/** Builds what stands after FROM. */
final class TableBuilder {
  private final Spans spans;
  private final Builders builders;

  TableBuilder(Spans spans, Builders builders) {
    this.spans = spans;
    this.builders = builders;
  }

  Table.Tree build(TableTreeContext context) {
    return new Table.Tree(
        build(context.tableSource()), context.joined().stream().map(this::build).toList());
  }

  private Table.Join build(JoinedContext context) {
    Span span = spans.of(context);
    return switch (context) {
      case CommaJoinContext join -> plain(span, Table.Side.CROSS, join.tableSource());
      case CrossJoinContext join -> plain(span, Table.Side.CROSS, join.tableSource());
      case PositionalJoinContext join -> plain(span, Table.Side.POSITIONAL, join.tableSource());
      case ConstrainedJoinContext join ->
          new Table.Join(
              span, side(join.side), strictness(join), build(join.tableSource()), constraint(join));
      default -> throw ExpressionBuilder.unknown(context);
    };
  }

  private Table.Join plain(Span span, Table.Side side, TableSourceContext source) {
    return new Table.Join(
        span, side, Table.Strictness.ALL, build(source), new Table.Constraint.None());
  }

  private static Table.Side side(Token word) {
    if (word == null) {
      return Table.Side.INNER;
    }
    return switch (word.getType()) {
      case HogqlLexer.LEFT -> Table.Side.LEFT;
      case HogqlLexer.RIGHT -> Table.Side.RIGHT;
      case HogqlLexer.FULL -> Table.Side.FULL;
      default -> Table.Side.INNER;
    };
  }

  private static Table.Strictness strictness(ConstrainedJoinContext join) {
    Token word = join.strictness == null ? join.late : join.strictness;
    if (word == null) {
      return Table.Strictness.ALL;
    }
    return switch (word.getType()) {
      case HogqlLexer.ANY -> Table.Strictness.ANY;
      case HogqlLexer.ASOF -> Table.Strictness.ASOF;
      case HogqlLexer.SEMI -> Table.Strictness.SEMI;
      case HogqlLexer.ANTI -> Table.Strictness.ANTI;
      default -> Table.Strictness.ALL;
    };
  }

  private Table.Constraint constraint(ConstrainedJoinContext join) {
    JoinConstraintContext context = join.joinConstraint();
    if (join.NATURAL() != null) {
      return new Table.Constraint.Natural();
    }
    if (context == null) {
      throw new HogqlException(
          Code.SYNTAX,
          "A join needs a condition: add ON ... or USING (...), or write CROSS JOIN",
          spans.of(join));
    }
    return context.ON() == null
        ? new Table.Constraint.Using(Words.of(context.nameList()))
        : new Table.Constraint.On(builders.expressions().build(context.expression()));
  }

  private Table.Source build(TableSourceContext context) {
    if (!context.pivot().isEmpty()) {
      throw new HogqlException(
          Code.NOT_SUPPORTED,
          "PIVOT and UNPIVOT are not supported: use sumIf and countIf, or ARRAY JOIN",
          spans.of(context.pivot(0)));
    }
    TableAliasContext alias = context.tableAlias();
    return new Table.Source(
        spans.of(context),
        build(context.table()),
        Optional.ofNullable(alias)
            .map(
                given ->
                    given.name() == null ? Words.of(given.aliasName()) : Words.of(given.name())),
        alias == null || alias.nameList() == null ? List.of() : Words.of(alias.nameList()),
        !context.FINAL().isEmpty(),
        context.sample().stream().findFirst().map(this::sample));
  }

  private Table build(TableContext context) {
    Span span = spans.of(context);
    return switch (context) {
      case NamedTableContext table -> {
        List<String> path = new ArrayList<>();
        path.add(Words.of(table.name()));
        table.anyName().forEach(name -> path.add(Words.of(name)));
        yield new Table.Named(span, path);
      }
      case FunctionTableContext table ->
          new Table.FromFunction(
              span, Words.of(table.name()), builders.expressions().build(table.aliasedList()));
      case ValuesTableContext table ->
          new Table.FromValues(
              span,
              table.valuesRow().stream()
                  .map(row -> builders.expressions().build(row.expressionList()))
                  .toList());
      case QueryTableContext table ->
          new Table.FromQuery(span, builders.queries().build(table.query()));
      case NestedTableContext table -> new Table.Nested(span, build(table.tableTree()));
      case PlaceholderTableContext table ->
          new Table.FromPlaceholder(
              span, builders.values().placeholder(table.placeholder()).expression());
      case TagTableContext table -> new Table.FromTag(span, builders.tags().build(table.tag()));
      default -> throw ExpressionBuilder.unknown(context);
    };
  }

  private Table.Sample sample(SampleContext context) {
    return new Table.Sample(
        ratio(context.ratio(0)),
        context.ratio().size() == 1 ? Optional.empty() : Optional.of(ratio(context.ratio(1))));
  }

  private Expression ratio(RatioContext context) {
    if (context.placeholder() != null) {
      return builders.values().placeholder(context.placeholder());
    }
    Span span = spans.of(context);
    Expression.Constant numerator = Literals.number(span, context.number(0));
    if (context.number().size() == 1) {
      return numerator;
    }
    double quotient = toDouble(numerator) / toDouble(Literals.number(span, context.number(1)));
    return new Expression.Constant(span, new Literal.Real(quotient));
  }

  private static double toDouble(Expression.Constant number) {
    return switch (number.value()) {
      case Literal.Whole(long value) -> value;
      case Literal.Real(double value) -> value;
      case Literal.Text _, Literal.Truth _, Literal.Nothing _ ->
          throw new IllegalStateException("A number was read as " + number.value());
    };
  }
}
