package dev.tenrec.query.hogql.parse;

import dev.tenrec.query.hogql.HogqlException;
import dev.tenrec.query.hogql.HogqlException.Code;
import dev.tenrec.query.hogql.grammar.HogqlLexer;
import java.util.List;
import org.antlr.v4.runtime.Token;

/**
 * Refuses texts whose nesting would cost the parser more time or stack than any real query does.
 */
final class NestingLimit {
  private static final int DEEPEST = 100;

  private NestingLimit() {}

  static void check(List<Token> tokens, Spans spans) {
    int depth = 0;
    int prefixes = 0;
    for (Token token : tokens) {
      if (token.getChannel() != Token.DEFAULT_CHANNEL) {
        continue;
      }
      int type = token.getType();
      depth += change(type);
      prefixes = type == HogqlLexer.MINUS || type == HogqlLexer.NOT ? prefixes + 1 : 0;
      if (depth > DEEPEST || prefixes > DEEPEST) {
        throw new HogqlException(
            Code.TOO_LARGE,
            "The query is nested more than %d levels deep: split it with WITH".formatted(DEEPEST),
            spans.of(token));
      }
    }
  }

  private static int change(int type) {
    return switch (type) {
      case HogqlLexer.LEFT_PARENTHESIS,
          HogqlLexer.LEFT_BRACKET,
          HogqlLexer.LEFT_BRACE,
          HogqlLexer.CASE,
          HogqlLexer.TAG_OPEN,
          HogqlLexer.TEMPLATE_OPEN ->
          1;
      case HogqlLexer.RIGHT_PARENTHESIS,
          HogqlLexer.RIGHT_BRACKET,
          HogqlLexer.RIGHT_BRACE,
          HogqlLexer.END,
          HogqlLexer.TAG_EMPTY,
          HogqlLexer.TAG_CLOSE,
          HogqlLexer.TEMPLATE_CLOSE ->
          -1;
      default -> 0;
    };
  }
}
