package dev.tenrec.query.hogql.grammar;

import java.util.Set;
import org.antlr.v4.runtime.CharStream;

/** Tells the "<" of a tag from the "<" of a comparison. */
final class TagStart {
  private static final Set<Integer> OPERAND_ENDS =
      Set.of(
          HogqlLexer.IDENTIFIER,
          HogqlLexer.QUOTED_IDENTIFIER,
          HogqlLexer.STRING,
          HogqlLexer.INTEGER,
          HogqlLexer.HEXADECIMAL,
          HogqlLexer.DECIMAL,
          HogqlLexer.POINT_NUMBER,
          HogqlLexer.TRUE,
          HogqlLexer.FALSE,
          HogqlLexer.NULL,
          HogqlLexer.INFINITY,
          HogqlLexer.NOT_A_NUMBER,
          HogqlLexer.END,
          HogqlLexer.TEMPLATE_CLOSE,
          HogqlLexer.RIGHT_PARENTHESIS,
          HogqlLexer.RIGHT_BRACKET,
          HogqlLexer.RIGHT_BRACE);

  private TagStart() {}

  /** Whether the token before stands at the end of a value, so that "<" must compare. */
  static boolean isAfterOperand(int previousToken) {
    return OPERAND_ENDS.contains(previousToken);
  }

  /** Whether what follows "<" is a name and then ">", "/" or an attribute. */
  static boolean looksLikeTag(CharStream input) {
    int ahead = 1;
    if (!Character.isLetter(input.LA(ahead)) && input.LA(ahead) != '_') {
      return false;
    }
    while (isNamePart(input.LA(ahead))) {
      ahead++;
    }
    int next = input.LA(ahead);
    if (next == '>' || (next == '/' && input.LA(ahead + 1) == '>')) {
      return true;
    }
    if (!Character.isWhitespace(next)) {
      return false;
    }
    while (Character.isWhitespace(input.LA(ahead))) {
      ahead++;
    }
    next = input.LA(ahead);
    return Character.isLetter(next) || next == '_' || next == '/' || next == '>';
  }

  private static boolean isNamePart(int character) {
    return Character.isLetterOrDigit(character)
        || character == '_'
        || character == '-'
        || character == '$';
  }
}
