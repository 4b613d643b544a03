package dev.tenrec.query.hogql.parse;

import dev.tenrec.query.hogql.HogqlException;
import dev.tenrec.query.hogql.HogqlException.Code;
import dev.tenrec.query.hogql.ast.Expression;
import dev.tenrec.query.hogql.ast.Literal;
import dev.tenrec.query.hogql.ast.Span;
import dev.tenrec.query.hogql.grammar.HogqlParser.TagAttributeContext;
import dev.tenrec.query.hogql.grammar.HogqlParser.TagChildContext;
import dev.tenrec.query.hogql.grammar.HogqlParser.TagContext;
import dev.tenrec.query.hogql.grammar.HogqlParser.TemplatePartContext;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;

/** Builds what mixes text and expressions: templates and tags. */
final class TagBuilder {
  private final Spans spans;
  private final Builders builders;

  TagBuilder(Spans spans, Builders builders) {
    this.spans = spans;
    this.builders = builders;
  }

  /** A template becomes one constant, or the concatenation of its parts. */
  Expression template(ParserRuleContext whole, List<TemplatePartContext> parts, char quote) {
    Span span = spans.of(whole);
    List<Expression> values = new ArrayList<>();
    for (TemplatePartContext part : parts) {
      values.add(
          part.TEMPLATE_TEXT() == null
              ? builders.expressions().build(part.expression())
              : new Expression.Constant(
                  spans.of(part), new Literal.Text(Quoting.unescape(part.getText(), quote))));
    }
    if (values.isEmpty()) {
      return new Expression.Constant(span, new Literal.Text(""));
    }
    if (values.size() == 1 && values.getFirst() instanceof Expression.Constant constant) {
      return constant;
    }
    return Expression.Call.of(span, "concat", values);
  }

  Expression.Tag build(TagContext context) {
    String kind = context.TAG_NAME(0).getText();
    if (context.close != null && !context.close.getText().equals(kind)) {
      throw new HogqlException(
          Code.SYNTAX,
          "</%s> closes <%s>: the names must be the same".formatted(context.close.getText(), kind),
          spans.of(context.close));
    }
    return new Expression.Tag(
        spans.of(context),
        kind,
        context.tagAttribute().stream().map(this::attribute).toList(),
        context.tagChild().stream().map(this::child).toList());
  }

  private Expression.Attribute attribute(TagAttributeContext context) {
    Span span = spans.of(context);
    Expression value =
        context.EQUAL() == null
            ? new Expression.Constant(span, new Literal.Truth(true))
            : context.STRING() == null
                ? builders.expressions().build(context.expression())
                : new Expression.Constant(
                    span, new Literal.Text(Quoting.unquote(context.STRING().getText())));
    return new Expression.Attribute(context.TAG_NAME().getText(), value);
  }

  private Expression child(TagChildContext context) {
    if (context.tag() != null) {
      return build(context.tag());
    }
    return context.TAG_TEXT() == null
        ? builders.expressions().build(context.expression())
        : new Expression.Constant(spans.of(context), new Literal.Text(context.getText()));
  }
}
