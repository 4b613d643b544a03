package dev.tenrec.query.hogql.parse;

import dev.tenrec.query.hogql.HogqlException;
import dev.tenrec.query.hogql.HogqlException.Code;
import dev.tenrec.query.hogql.ast.Expression;
import dev.tenrec.query.hogql.ast.Literal;
import dev.tenrec.query.hogql.ast.Span;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Builds intervals: they are calls of toIntervalHour and its siblings. */
final class Intervals {
  private static final Pattern TEXT =
      Pattern.compile(
          "\\s*(-?[0-9]{1,9})\\s+(second|minute|hour|day|week|month|quarter|year)s?\\s*",
          Pattern.CASE_INSENSITIVE);

  private Intervals() {}

  static Expression fromText(Span span, String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      throw new HogqlException(
          Code.SYNTAX,
          "\"" + text + "\" is no interval: write a whole number and a unit, such as '2 hours'",
          span);
    }
    Expression count =
        new Expression.Constant(span, new Literal.Whole(Long.parseLong(matcher.group(1))));
    return of(span, count, matcher.group(2));
  }

  static Expression of(Span span, Expression count, String unit) {
    String name = unit.toLowerCase(Locale.ROOT);
    String capitalized = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    return Expression.Call.of(span, "toInterval" + capitalized, List.of(count));
  }
}
