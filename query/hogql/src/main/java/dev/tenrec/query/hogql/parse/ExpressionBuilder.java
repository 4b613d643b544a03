package dev.tenrec.query.hogql.parse;

import dev.tenrec.query.hogql.HogqlException;
import dev.tenrec.query.hogql.HogqlException.Code;
import dev.tenrec.query.hogql.ast.Expression;
import dev.tenrec.query.hogql.ast.Literal;
import dev.tenrec.query.hogql.ast.Operator;
import dev.tenrec.query.hogql.ast.Span;
import dev.tenrec.query.hogql.grammar.HogqlLexer;
import dev.tenrec.query.hogql.grammar.HogqlParser.AdditiveContext;
import dev.tenrec.query.hogql.grammar.HogqlParser.AliasedContext;
import dev.tenrec.query.hogql.grammar.HogqlParser.AliasedListContext;
import dev.tenrec.query.hogql.grammar.HogqlParser.AnyComparisonContext;
import dev.tenrec.query.hogql.grammar.HogqlParser.BetweenComparisonContext;
import dev.tenrec.query.hogql.grammar.HogqlParser.ComparatorContext;
import dev.tenrec.query.hogql.grammar.HogqlParser.ComparisonContext;
import dev.tenrec.query.hogql.grammar.HogqlParser.ComparisonEndContext;
import dev.tenrec.query.hogql.grammar.HogqlParser.ConjunctionContext;
import dev.tenrec.query.hogql.grammar.HogqlParser.DisjunctionContext;
import dev.tenrec.query.hogql.grammar.HogqlParser.DistinctComparisonContext;
import dev.tenrec.query.hogql.grammar.HogqlParser.ExpressionContext;
import dev.tenrec.query.hogql.grammar.HogqlParser.ExpressionListContext;
import dev.tenrec.query.hogql.grammar.HogqlParser.InComparisonContext;
import dev.tenrec.query.hogql.grammar.HogqlParser.LambdaExpressionContext;
import dev.tenrec.query.hogql.grammar.HogqlParser.LikeComparisonContext;
import dev.tenrec.query.hogql.grammar.HogqlParser.MultiplicativeContext;
import dev.tenrec.query.hogql.grammar.HogqlParser.NegationContext;
import dev.tenrec.query.hogql.grammar.HogqlParser.NullComparisonContext;
import dev.tenrec.query.hogql.grammar.HogqlParser.NullishContext;
import dev.tenrec.query.hogql.grammar.HogqlParser.PlainExpressionContext;
import dev.tenrec.query.hogql.grammar.HogqlParser.PythonLambdaContext;
import dev.tenrec.query.hogql.grammar.HogqlParser.ShortLambdaContext;
import dev.tenrec.query.hogql.grammar.HogqlParser.SimpleComparisonContext;
import dev.tenrec.query.hogql.grammar.HogqlParser.TernaryContext;
import dev.tenrec.query.hogql.grammar.HogqlParser.UnaryContext;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Builds everything from lambdas down to the minus sign. */
final class ExpressionBuilder {
  private final Spans spans;
  private final Builders builders;

  ExpressionBuilder(Spans spans, Builders builders) {
    this.spans = spans;
    this.builders = builders;
  }

  List<Expression> build(ExpressionListContext context) {
    return context == null ? List.of() : context.expression().stream().map(this::build).toList();
  }

  List<Expression> build(AliasedListContext context) {
    return context == null ? List.of() : context.aliased().stream().map(this::build).toList();
  }

  Expression build(AliasedContext context) {
    Expression expression = build(context.expression());
    if (context.AS() == null) {
      return expression;
    }
    String name =
        context.name() == null
            ? Quoting.unquote(context.STRING().getText())
            : Words.of(context.name());
    return new Expression.Alias(spans.of(context), expression, name);
  }

  Expression build(ExpressionContext context) {
    Span span = spans.of(context);
    return switch (context) {
      case ShortLambdaContext lambda ->
          new Expression.Lambda(span, List.of(Words.of(lambda.name())), build(lambda.expression()));
      case LambdaExpressionContext lambda ->
          new Expression.Lambda(
              span,
              lambda.nameList() == null ? List.of() : Words.of(lambda.nameList()),
              build(lambda.expression()));
      case PythonLambdaContext lambda ->
          new Expression.Lambda(span, Words.of(lambda.nameList()), build(lambda.expression()));
      case PlainExpressionContext plain -> build(plain.ternary());
      default -> throw unknown(context);
    };
  }

  private Expression build(TernaryContext context) {
    Expression condition = build(context.disjunction());
    if (context.QUESTION() == null) {
      return condition;
    }
    return Expression.Call.of(
        spans.of(context),
        "if",
        List.of(condition, build(context.expression(0)), build(context.expression(1))));
  }

  private Expression build(DisjunctionContext context) {
    List<Expression> operands = context.conjunction().stream().map(this::build).toList();
    return operands.size() == 1
        ? operands.getFirst()
        : new Expression.Or(spans.of(context), operands);
  }

  private Expression build(ConjunctionContext context) {
    List<Expression> operands = context.negation().stream().map(this::build).toList();
    return operands.size() == 1
        ? operands.getFirst()
        : new Expression.And(spans.of(context), operands);
  }

  private Expression build(NegationContext context) {
    return context.NOT() == null
        ? build(context.nullish())
        : new Expression.Not(spans.of(context), build(context.negation()));
  }

  private Expression build(NullishContext context) {
    Expression value = build(context.comparison(0));
    for (ComparisonContext fallback :
        context.comparison().subList(1, context.comparison().size())) {
      value =
          Expression.Call.of(
              spans.between(context.getStart(), fallback.getStop()),
              "ifNull",
              List.of(value, build(fallback)));
    }
    return value;
  }

  private Expression build(ComparisonContext context) {
    Expression left = build(context.additive());
    for (ComparisonEndContext end : context.comparisonEnd()) {
      left = compare(spans.between(context.getStart(), end.getStop()), left, end);
    }
    return left;
  }

  private Expression compare(Span span, Expression left, ComparisonEndContext end) {
    return switch (end) {
      case AnyComparisonContext any -> {
        if (any.comparator().EQUAL() == null) {
          throw new HogqlException(
              Code.NOT_SUPPORTED, "Only = ANY (...) is supported: write MIN or MAX instead", span);
        }
        yield new Expression.Comparison(
            span,
            Operator.Comparison.IN,
            left,
            new Expression.Subquery(spans.of(any.query()), builders.queries().build(any.query())));
      }
      case SimpleComparisonContext simple ->
          new Expression.Comparison(
              span, comparator(simple.comparator()), left, build(simple.additive()));
      case LikeComparisonContext like ->
          new Expression.Comparison(span, likeOperator(like), left, build(like.additive()));
      case InComparisonContext in ->
          new Expression.Comparison(span, inOperator(in), left, build(in.additive()));
      case BetweenComparisonContext between ->
          new Expression.Between(
              span,
              left,
              build(between.additive(0)),
              build(between.additive(1)),
              between.NOT() != null);
      case NullComparisonContext isNull ->
          new Expression.NullTest(span, left, isNull.NOT() != null);
      case DistinctComparisonContext distinct ->
          new Expression.Comparison(
              span,
              distinct.NOT() == null
                  ? Operator.Comparison.DISTINCT_FROM
                  : Operator.Comparison.NOT_DISTINCT_FROM,
              left,
              build(distinct.additive()));
      default -> throw unknown(end);
    };
  }

  private static Operator.Comparison likeOperator(LikeComparisonContext like) {
    boolean negated = like.NOT() != null;
    if (like.ILIKE() == null) {
      return negated ? Operator.Comparison.NOT_LIKE : Operator.Comparison.LIKE;
    }
    return negated ? Operator.Comparison.NOT_ILIKE : Operator.Comparison.ILIKE;
  }

  private static Operator.Comparison inOperator(InComparisonContext in) {
    boolean negated = in.NOT() != null;
    if (in.COHORT() == null) {
      return negated ? Operator.Comparison.NOT_IN : Operator.Comparison.IN;
    }
    return negated ? Operator.Comparison.NOT_IN_COHORT : Operator.Comparison.IN_COHORT;
  }

  private static Operator.Comparison comparator(ComparatorContext context) {
    return switch (context.getStart().getType()) {
      case HogqlLexer.EQUAL -> Operator.Comparison.EQUAL;
      case HogqlLexer.NOT_EQUAL -> Operator.Comparison.NOT_EQUAL;
      case HogqlLexer.LESS -> Operator.Comparison.LESS;
      case HogqlLexer.LESS_OR_EQUAL -> Operator.Comparison.LESS_OR_EQUAL;
      case HogqlLexer.GREATER -> Operator.Comparison.GREATER;
      case HogqlLexer.GREATER_OR_EQUAL -> Operator.Comparison.GREATER_OR_EQUAL;
      case HogqlLexer.REGEX -> Operator.Comparison.REGEX;
      case HogqlLexer.NOT_REGEX -> Operator.Comparison.NOT_REGEX;
      case HogqlLexer.REGEX_IGNORING_CASE -> Operator.Comparison.REGEX_IGNORING_CASE;
      case HogqlLexer.NOT_REGEX_IGNORING_CASE -> Operator.Comparison.NOT_REGEX_IGNORING_CASE;
      default -> throw unknown(context);
    };
  }

  Expression build(AdditiveContext context) {
    Expression left = build(context.multiplicative(0));
    for (int index = 1; index < context.multiplicative().size(); index++) {
      MultiplicativeContext operand = context.multiplicative(index);
      Span span = spans.between(context.getStart(), operand.getStop());
      Expression right = build(operand);
      left =
          switch (operator(context, index)) {
            case HogqlLexer.PLUS ->
                new Expression.Arithmetic(span, Operator.Arithmetic.ADD, left, right);
            case HogqlLexer.MINUS ->
                new Expression.Arithmetic(span, Operator.Arithmetic.SUBTRACT, left, right);
            default -> Expression.Call.of(span, "concat", List.of(left, right));
          };
    }
    return left;
  }

  private Expression build(MultiplicativeContext context) {
    Expression left = build(context.unary(0));
    for (int index = 1; index < context.unary().size(); index++) {
      UnaryContext operand = context.unary(index);
      Operator.Arithmetic operator =
          switch (operator(context, index)) {
            case HogqlLexer.ASTERISK -> Operator.Arithmetic.MULTIPLY;
            case HogqlLexer.SLASH -> Operator.Arithmetic.DIVIDE;
            default -> Operator.Arithmetic.MODULO;
          };
      left =
          new Expression.Arithmetic(
              spans.between(context.getStart(), operand.getStop()), operator, left, build(operand));
    }
    return left;
  }

  // Operands and operators alternate.
  private static int operator(ParserRuleContext context, int operandIndex) {
    return ((TerminalNode) context.getChild(2 * operandIndex - 1)).getSymbol().getType();
  }

  private Expression build(UnaryContext context) {
    if (context.MINUS() == null) {
      return builders.values().build(context.postfix());
    }
    Span span = spans.of(context);
    Expression operand = build(context.unary());
    if (operand instanceof Expression.Constant(Span _, Literal.Whole(long value))) {
      return new Expression.Constant(span, new Literal.Whole(-value));
    }
    if (operand instanceof Expression.Constant(Span _, Literal.Real(double value))) {
      return new Expression.Constant(span, new Literal.Real(-value));
    }
    return new Expression.Arithmetic(
        span,
        Operator.Arithmetic.SUBTRACT,
        new Expression.Constant(span, new Literal.Whole(0)),
        operand);
  }

  static IllegalStateException unknown(ParserRuleContext context) {
    return new IllegalStateException(
        "The grammar has a form that its builder does not know: " + context.getClass());
  }
}
