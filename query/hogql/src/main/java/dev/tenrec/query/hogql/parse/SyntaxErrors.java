package dev.tenrec.query.hogql.parse;

import dev.tenrec.query.hogql.HogqlException;
import dev.tenrec.query.hogql.HogqlException.Code;
import dev.tenrec.query.hogql.ast.Span;
import dev.tenrec.query.hogql.suggest.Suggestion;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;

/** Turns the first thing that does not fit into an error that says what to do. */
final class SyntaxErrors extends BaseErrorListener {
  private static final List<String> CLAUSES =
      List.of(
          "SELECT",
          "FROM",
          "WHERE",
          "GROUP",
          "HAVING",
          "ORDER",
          "LIMIT",
          "OFFSET",
          "UNION",
          "JOIN",
          "LEFT",
          "INNER",
          "DISTINCT",
          "BETWEEN",
          "WITH",
          "WINDOW",
          "QUALIFY",
          "PREWHERE");

  private static final Map<String, String> ELSEWHERE =
      Map.ofEntries(
          Map.entry("fetch", "FETCH FIRST is not supported: use LIMIT"),
          Map.entry("top", "TOP is not supported: use LIMIT at the end of the query"),
          Map.entry("lateral", "LATERAL joins are not supported: use ARRAY JOIN or a subquery"),
          Map.entry("global", "GLOBAL is not needed: write IN or JOIN alone"),
          Map.entry("similar", "SIMILAR TO is not supported: use =~ with a regular expression"),
          Map.entry("replace", "* REPLACE is not supported: name the columns"),
          Map.entry("insert", "Only SELECT queries can be run"),
          Map.entry("update", "Only SELECT queries can be run"),
          Map.entry("delete", "Only SELECT queries can be run"),
          Map.entry("create", "Only SELECT queries can be run"),
          Map.entry("drop", "Only SELECT queries can be run"),
          Map.entry("alter", "Only SELECT queries can be run"),
          Map.entry("show", "Only SELECT queries can be run"),
          Map.entry("describe", "Only SELECT queries can be run"),
          Map.entry("explain", "Only SELECT queries can be run"));

  private final Spans spans;
  private final CommonTokenStream tokens;

  SyntaxErrors(Spans spans, CommonTokenStream tokens) {
    this.spans = spans;
    this.tokens = tokens;
  }

  @Override
  public void syntaxError(
      Recognizer<?, ?> recognizer,
      Object offendingSymbol,
      int line,
      int column,
      String message,
      RecognitionException cause) {
    if (offendingSymbol instanceof Token token) {
      throw new HogqlException(Code.SYNTAX, describe(token), spans.of(token));
    }
    throw new HogqlException(
        Code.SYNTAX, "The query cannot be read here", new Span(0, 0, line, column + 1));
  }

  private String describe(Token token) {
    if (token.getType() == Token.EOF) {
      return "The query ends too early"
          + before(token).map(last -> ": something must follow \"" + last + "\"").orElse("");
    }
    String text = token.getText();
    String lower = text.toLowerCase(Locale.ROOT);
    if (text.equals("'") || text.equals("\"") || text.equals("`")) {
      return "The quote " + text + " is never closed: add another one where the text ends";
    }
    if (ELSEWHERE.containsKey(lower)) {
      return ELSEWHERE.get(lower);
    }
    String unexpected = "Unexpected \"" + text + "\"";
    return Suggestion.keyword(text, CLAUSES)
        .map(word -> unexpected + ": did you mean " + word + "?")
        .or(
            () ->
                before(token)
                    .flatMap(
                        last ->
                            Suggestion.keyword(last, CLAUSES)
                                .map(
                                    word ->
                                        unexpected
                                            + " after \""
                                            + last
                                            + "\": did you mean "
                                            + word
                                            + " instead of \""
                                            + last
                                            + "\"?")))
        .or(() -> before(token).map(last -> unexpected + " after \"" + last + "\""))
        .orElse(unexpected);
  }

  private Optional<String> before(Token token) {
    for (int index = token.getTokenIndex() - 1; index >= 0; index--) {
      Token candidate = tokens.get(index);
      if (candidate.getChannel() == Token.DEFAULT_CHANNEL) {
        return Optional.of(candidate.getText());
      }
    }
    return Optional.empty();
  }
}
