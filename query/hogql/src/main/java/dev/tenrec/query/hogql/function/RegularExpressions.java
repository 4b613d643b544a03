package dev.tenrec.query.hogql.function;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.tenrec.query.hogql.HogqlException;
import dev.tenrec.query.hogql.HogqlException.Code;
import dev.tenrec.query.hogql.ast.Span;
import dev.tenrec.query.hogql.plan.Type;
import dev.tenrec.query.hogql.plan.Value;

/** Regular expressions of queries: RE2's, on every engine. */
public final class RegularExpressions {
  private RegularExpressions() {}

  /**
   * The pattern, compiled.
   *
   * @throws HogqlException when it is none
   */
  public static Pattern compile(String pattern, Span span) {
    try {
      return Pattern.compile(pattern);
    } catch (PatternSyntaxException broken) {
      throw new HogqlException(
          Code.WRONG_ARGUMENTS,
          "'%s' is no regular expression: %s".formatted(pattern, broken.getDescription()),
          span);
    }
  }

  /** Checks a pattern that is constant; any other is met by the engine. */
  static void check(Value pattern, Span span) {
    if (pattern instanceof Value.Text(String text, Type _)) {
      compile(text, span);
    }
  }
}
