package dev.tenrec.query.hogql.parse;

import dev.tenrec.query.hogql.HogqlException;
import dev.tenrec.query.hogql.HogqlException.Code;
import dev.tenrec.query.hogql.ast.Expression;
import dev.tenrec.query.hogql.ast.Query;
import dev.tenrec.query.hogql.ast.SortItem;
import dev.tenrec.query.hogql.ast.Span;
import dev.tenrec.query.hogql.grammar.HogqlLexer;
import dev.tenrec.query.hogql.grammar.HogqlParser;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.ParseCancellationException;

/**
 * Reads HogQL text. What does not fit the grammar becomes a {@link HogqlException} with the
 * position of the first word that does not.
 */
public final class HogqlReader {
  private static final int LONGEST = 1_000_000;

  private HogqlReader() {}

  /** A whole query; a semicolon may end it. */
  public static Query readQuery(String text) {
    return read(
        text,
        HogqlLexer.DEFAULT_MODE,
        HogqlParser::wholeQuery,
        (context, builders) -> builders.queries().build(context.query()));
  }

  /** A single expression, with or without an alias. */
  public static Expression readExpression(String text) {
    return read(
        text,
        HogqlLexer.DEFAULT_MODE,
        HogqlParser::wholeExpression,
        (context, builders) -> builders.expressions().build(context.aliased()));
  }

  /** One key of an ORDER BY. */
  public static SortItem readSortItem(String text) {
    return read(
        text,
        HogqlLexer.DEFAULT_MODE,
        HogqlParser::wholeSortItem,
        (context, builders) -> builders.clauses().sortItem(context.sortItem()));
  }

  /** A template: text with {expressions} in braces. */
  public static Expression readTemplate(String text) {
    return read(
        text,
        HogqlLexer.WHOLE_TEMPLATE,
        HogqlParser::wholeTemplate,
        (context, builders) -> builders.tags().template(context, context.templatePart(), '\0'));
  }

  private static <C extends ParserRuleContext, T> T read(
      String text, int mode, Function<HogqlParser, C> entry, BiFunction<C, Builders, T> build) {
    if (text.length() > LONGEST) {
      throw new HogqlException(
          Code.TOO_LARGE,
          "The query has %,d characters: at most %,d can be read".formatted(text.length(), LONGEST),
          new Span(LONGEST, LONGEST, 1, 1));
    }
    Spans spans = new Spans(text);
    HogqlLexer lexer = new HogqlLexer(CharStreams.fromString(text));
    lexer.removeErrorListeners();
    lexer.mode(mode);
    CommonTokenStream tokens = new CommonTokenStream(lexer);
    tokens.fill();
    NestingLimit.check(tokens.getTokens(), spans);
    try {
      return build.apply(parse(tokens, spans, entry), new Builders(spans));
    } catch (StackOverflowError tooDeep) {
      throw new HogqlException(
          Code.TOO_LARGE, "The query is nested too deeply: split it with WITH", Span.NONE);
    }
  }

  // Nearly every text is read by the fast prediction; the thorough one reports the errors.
  private static <C> C parse(
      CommonTokenStream tokens, Spans spans, Function<HogqlParser, C> entry) {
    HogqlParser parser = new HogqlParser(tokens);
    parser.removeErrorListeners();
    parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
    parser.setErrorHandler(new BailErrorStrategy());
    try {
      return entry.apply(parser);
    } catch (ParseCancellationException retry) {
      tokens.seek(0);
      parser.reset();
      parser.addErrorListener(new SyntaxErrors(spans, tokens));
      parser.setErrorHandler(new DefaultErrorStrategy());
      parser.getInterpreter().setPredictionMode(PredictionMode.LL);
      return entry.apply(parser);
    }
  }
}
