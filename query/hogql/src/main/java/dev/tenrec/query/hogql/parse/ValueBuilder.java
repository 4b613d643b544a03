package dev.tenrec.query.hogql.parse;

import dev.tenrec.query.hogql.HogqlException;
import dev.tenrec.query.hogql.HogqlException.Code;
import dev.tenrec.query.hogql.ast.Expression;
import dev.tenrec.query.hogql.ast.Span;
import dev.tenrec.query.hogql.grammar.HogqlParser.*;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Builds single values and what is appended to them. */
final class ValueBuilder {
  private final Spans spans;
  private final Builders builders;

  ValueBuilder(Spans spans, Builders builders) {
    this.spans = spans;
    this.builders = builders;
  }

  Expression build(PostfixContext context) {
    Expression value = build(context.primary());
    for (PostfixEndContext end : context.postfixEnd()) {
      value = append(spans.between(context.getStart(), end.getStop()), value, end);
    }
    return value;
  }

  private Expression append(Span span, Expression value, PostfixEndContext context) {
    return switch (context) {
      case IndexEndContext end -> new Expression.Index(span, value, build(end.expression()), false);
      case NullishIndexEndContext end ->
          new Expression.Index(span, value, build(end.expression()), true);
      case SliceEndContext end ->
          new Expression.Slice(
              span,
              value,
              Optional.ofNullable(end.from).map(this::build),
              Optional.ofNullable(end.to).map(this::build));
      case TupleEndContext end ->
          element(span, value, end.POINT_NUMBER().getText().substring(1), false);
      case SpacedTupleEndContext end -> element(span, value, end.INTEGER().getText(), false);
      case NullishTupleEndContext end -> element(span, value, end.INTEGER().getText(), true);
      case NullishPropertyEndContext end ->
          new Expression.Property(span, value, Words.of(end.anyName()), true);
      case PropertyEndContext end -> property(span, value, Words.of(end.anyName()));
      case CastEndContext end -> new Expression.Cast(span, value, typeName(end.typeName()), false);
      default -> throw ExpressionBuilder.unknown(context);
    };
  }

  // Names joined by points are one field until something else comes between.
  private static Expression property(Span span, Expression value, String name) {
    if (value instanceof Expression.Field(Span _, List<String> path)) {
      List<String> longer = new ArrayList<>(path);
      longer.add(name);
      return new Expression.Field(span, longer);
    }
    return new Expression.Property(span, value, name, false);
  }

  private static Expression element(Span span, Expression value, String index, boolean nullish) {
    if (!index.chars().allMatch(Character::isDigit) || index.length() > 4) {
      throw new HogqlException(
          Code.SYNTAX, "A tuple element is a whole number from 1, not \"" + index + "\"", span);
    }
    int number = Integer.parseInt(index);
    if (number == 0) {
      throw new HogqlException(Code.SYNTAX, "Tuple elements are counted from 1, not 0", span);
    }
    return new Expression.TupleElement(span, value, number, nullish);
  }

  private Expression build(PrimaryContext context) {
    Span span = spans.of(context);
    return switch (context) {
      case CaseValueContext value -> caseOf(span, value);
      case CastValueContext value ->
          new Expression.Cast(
              span,
              build(value.expression()),
              typeName(value.typeName()),
              value.TRY_CAST() != null);
      case IntervalTextContext value ->
          Intervals.fromText(span, Quoting.unquote(value.STRING().getText()));
      case IntervalValueContext value ->
          Intervals.of(
              span, builders.expressions().build(value.additive()), value.unit().getText());
      case TrimValueContext value -> trim(span, value);
      case ExistsValueContext value ->
          new Expression.Exists(span, builders.queries().build(value.query()));
      case ColumnsValueContext value ->
          new Expression.ColumnsMatching(span, Quoting.unquote(value.STRING().getText()));
      case CallValueContext value -> builders.calls().build(value);
      case StarValueContext value ->
          new Expression.Star(span, List.of(), excluded(value.excluded()));
      case TableStarValueContext value -> {
        List<String> table = new ArrayList<>();
        table.add(Words.of(value.name()));
        value.anyName().forEach(name -> table.add(Words.of(name)));
        yield new Expression.Star(span, table, excluded(value.excluded()));
      }
      case TagValueContext value -> builders.tags().build(value.tag());
      case TemplateValueContext value ->
          builders.tags().template(value, value.templatePart(), '\'');
      case PositionValueContext value ->
          new Expression.Position(span, Literals.small(span, value.INTEGER().getText()));
      case LiteralValueContext value -> Literals.of(span, value.literal());
      case QueryValueContext value ->
          new Expression.Subquery(span, builders.queries().build(value.query()));
      case GroupedValueContext value -> builders.expressions().build(value.aliased());
      case TupleValueContext value ->
          new Expression.Tuple(
              span, value.aliased().stream().map(builders.expressions()::build).toList());
      case ArrayValueContext value ->
          new Expression.Array(span, builders.expressions().build(value.expressionList()));
      case DictionaryValueContext value ->
          new Expression.Dictionary(span, value.pair().stream().map(this::entry).toList());
      case PlaceholderValueContext value -> placeholder(value.placeholder());
      case NameValueContext value -> new Expression.Field(span, List.of(Words.of(value.name())));
      default -> throw ExpressionBuilder.unknown(context);
    };
  }

  Expression.Placeholder placeholder(PlaceholderContext context) {
    return new Expression.Placeholder(spans.of(context), build(context.expression()));
  }

  private Expression build(ExpressionContext context) {
    return builders.expressions().build(context);
  }

  private Expression caseOf(Span span, CaseValueContext context) {
    List<Expression.Branch> branches = new ArrayList<>();
    int first = context.operand == null ? 0 : 1;
    for (int index = 0; index < context.WHEN().size(); index++) {
      branches.add(
          new Expression.Branch(
              build(context.expression(first + 2 * index)),
              build(context.expression(first + 2 * index + 1))));
    }
    return new Expression.Case(
        span,
        Optional.ofNullable(context.operand).map(this::build),
        branches,
        Optional.ofNullable(context.otherwise).map(this::build));
  }

  private Expression trim(Span span, TrimValueContext context) {
    String function =
        context.LEADING() != null ? "trimLeft" : context.TRAILING() != null ? "trimRight" : "trim";
    return Expression.Call.of(
        span, function, List.of(build(context.expression(1)), build(context.what)));
  }

  private Expression.Entry entry(PairContext context) {
    return new Expression.Entry(build(context.expression(0)), build(context.expression(1)));
  }

  private static List<String> excluded(ExcludedContext context) {
    return context == null ? List.of() : Words.of(context.nameList());
  }

  private static String typeName(TypeNameContext context) {
    StringBuilder name = new StringBuilder();
    append(context, name);
    return name.toString().toLowerCase(Locale.ROOT);
  }

  private static void append(TypeNameContext context, StringBuilder name) {
    name.append(Words.of(context.name()));
    if (!context.typeArgument().isEmpty()) {
      name.append('(');
      String separator = "";
      for (TypeArgumentContext argument : context.typeArgument()) {
        name.append(separator);
        separator = ", ";
        if (argument.typeName() == null) {
          name.append(((TerminalNode) argument.getChild(0)).getText());
        } else {
          append(argument.typeName(), name);
        }
      }
      name.append(')');
    }
    context.LEFT_BRACKET().forEach(_ -> name.append("[]"));
  }
}
