package dev.tenrec.query.insights;

import dev.tenrec.query.hogql.ast.Expression;
import dev.tenrec.query.hogql.ast.Expression.Call;
import dev.tenrec.query.hogql.ast.Expression.Comparison;
import dev.tenrec.query.hogql.ast.Expression.Constant;
import dev.tenrec.query.hogql.ast.Literal;
import dev.tenrec.query.hogql.ast.Operator;
import dev.tenrec.query.hogql.ast.Span;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** The few tree shapes that insights are made of. */
public final class Trees {
  private static final DateTimeFormatter MICROS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS").withZone(ZoneOffset.UTC);

  private Trees() {}

  public static Expression all(List<Expression> conditions) {
    return switch (conditions.size()) {
      case 0 -> Constant.truth(true);
      case 1 -> conditions.getFirst();
      default -> new Expression.And(Span.NONE, conditions);
    };
  }

  public static Expression any(List<Expression> conditions) {
    return switch (conditions.size()) {
      case 0 -> Constant.truth(false);
      case 1 -> conditions.getFirst();
      default -> new Expression.Or(Span.NONE, conditions);
    };
  }

  public static Expression not(Expression condition) {
    return new Expression.Not(Span.NONE, condition);
  }

  public static Expression equal(Expression left, Expression right) {
    return Comparison.of(Operator.Comparison.EQUAL, left, right);
  }

  public static Expression compare(
      Operator.Comparison operator, Expression left, Expression right) {
    return Comparison.of(operator, left, right);
  }

  public static Expression isNull(Expression value) {
    return new Expression.NullTest(Span.NONE, value, false);
  }

  public static Expression isNotNull(Expression value) {
    return new Expression.NullTest(Span.NONE, value, true);
  }

  public static Expression real(double value) {
    return new Constant(Span.NONE, new Literal.Real(value));
  }

  /** A moment, whatever the project's zone. */
  public static Expression moment(Instant instant) {
    return Call.of("toDateTime", Constant.text(MICROS.format(instant)), Constant.text("UTC"));
  }

  /** A call with DISTINCT. */
  public static Expression countDistinct(Expression value) {
    return new Call(
        Span.NONE,
        "count",
        java.util.Optional.empty(),
        List.of(value),
        true,
        List.of(),
        false,
        java.util.Optional.empty());
  }
}
