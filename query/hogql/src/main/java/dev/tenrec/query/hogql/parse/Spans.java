package dev.tenrec.query.hogql.parse;

import dev.tenrec.query.hogql.ast.Span;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/** The spans of parsed rules in the text they were read from. */
final class Spans {
  private final String text;
  private final boolean onlyBasicPlane;

  Spans(String text) {
    this.text = text;
    onlyBasicPlane = text.chars().noneMatch(unit -> Character.isSurrogate((char) unit));
  }

  Span of(ParserRuleContext context) {
    Token stop = context.getStop() == null ? context.getStart() : context.getStop();
    return between(context.getStart(), stop);
  }

  Span of(Token token) {
    return between(token, token);
  }

  Span between(Token first, Token last) {
    int start = offset(Math.min(first.getStartIndex(), codePoints()));
    int end = offset(Math.min(last.getStopIndex() + 1, codePoints()));
    return new Span(
        start, Math.max(start, end), first.getLine(), first.getCharPositionInLine() + 1);
  }

  private int codePoints() {
    return onlyBasicPlane ? text.length() : text.codePointCount(0, text.length());
  }

  // The parser counts code points, editors count UTF-16 units.
  private int offset(int codePoint) {
    return onlyBasicPlane ? codePoint : text.offsetByCodePoints(0, codePoint);
  }
}
