package dev.tenrec.query.hogql.parse;

import dev.tenrec.query.hogql.HogqlException;
import dev.tenrec.query.hogql.HogqlException.Code;
import dev.tenrec.query.hogql.ast.Expression;
import dev.tenrec.query.hogql.ast.Literal;
import dev.tenrec.query.hogql.ast.Span;
import dev.tenrec.query.hogql.grammar.HogqlLexer;
import dev.tenrec.query.hogql.grammar.HogqlParser.LiteralContext;
import dev.tenrec.query.hogql.grammar.HogqlParser.NumberContext;
import java.util.Locale;

/** Builds constants. */
final class Literals {
  private Literals() {}

  static Expression.Constant of(Span span, LiteralContext context) {
    if (context.number() != null) {
      return number(span, context.number());
    }
    return new Expression.Constant(
        span,
        switch (context.getStart().getType()) {
          case HogqlLexer.STRING -> new Literal.Text(Quoting.unquote(context.getText()));
          case HogqlLexer.TRUE -> new Literal.Truth(true);
          case HogqlLexer.FALSE -> new Literal.Truth(false);
          default -> new Literal.Nothing();
        });
  }

  static Expression.Constant number(Span span, NumberContext context) {
    String text = context.getText().toLowerCase(Locale.ROOT);
    return new Expression.Constant(
        span,
        switch (context.getStart().getType()) {
          case HogqlLexer.INTEGER -> whole(text, 10);
          case HogqlLexer.HEXADECIMAL -> whole(text.substring(2), 16);
          case HogqlLexer.INFINITY -> new Literal.Real(Double.POSITIVE_INFINITY);
          case HogqlLexer.NOT_A_NUMBER -> new Literal.Real(Double.NaN);
          default -> new Literal.Real(Double.parseDouble(text));
        });
  }

  /** A small whole number, such as a position. */
  static int small(Span span, String digits) {
    if (digits.length() > 6) {
      throw new HogqlException(Code.SYNTAX, digits + " is too large here: at most 999999", span);
    }
    return Integer.parseInt(digits);
  }

  private static Literal whole(String digits, int radix) {
    try {
      return new Literal.Whole(Long.parseLong(digits, radix));
    } catch (NumberFormatException tooLarge) {
      return new Literal.Real(new java.math.BigInteger(digits, radix).doubleValue());
    }
  }
}
