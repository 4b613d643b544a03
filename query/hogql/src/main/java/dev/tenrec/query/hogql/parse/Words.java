package dev.tenrec.query.hogql.parse;

import dev.tenrec.query.hogql.grammar.HogqlParser.AliasNameContext;
import dev.tenrec.query.hogql.grammar.HogqlParser.AnyNameContext;
import dev.tenrec.query.hogql.grammar.HogqlParser.NameContext;
import dev.tenrec.query.hogql.grammar.HogqlParser.NameListContext;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;

/** Names as they are meant: without quotes, in the case they were written. */
final class Words {
  private Words() {}

  static String of(NameContext context) {
    return plain(context);
  }

  static String of(AnyNameContext context) {
    return plain(context);
  }

  static String of(AliasNameContext context) {
    return plain(context);
  }

  static List<String> of(NameListContext context) {
    return context.name().stream().map(Words::of).toList();
  }

  private static String plain(ParserRuleContext context) {
    String text = context.getText();
    char first = text.charAt(0);
    return first == '`' || first == '"' ? Quoting.unquote(text) : text;
  }
}
