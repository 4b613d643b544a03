package dev.tenrec.query.hogql.placeholders;

import dev.tenrec.query.hogql.HogqlException;
import dev.tenrec.query.hogql.HogqlException.Code;
import dev.tenrec.query.hogql.ast.Expression;
import dev.tenrec.query.hogql.ast.Expression.Placeholder;
import dev.tenrec.query.hogql.ast.Query;
import dev.tenrec.query.hogql.ast.Rebuild;
import dev.tenrec.query.hogql.ast.Select;
import dev.tenrec.query.hogql.ast.Span;
import dev.tenrec.query.hogql.ast.Table;
import dev.tenrec.query.hogql.print.HogqlPrinter;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Fills the placeholders of a query. What a placeholder stands for takes its place in the tree, and
 * says that it was written there, so that a mistake in it is shown at the placeholder.
 */
public final class Placeholders {
  private final Meanings meanings;

  private Placeholders(Meanings meanings) {
    this.meanings = meanings;
  }

  /**
   * The query without placeholders.
   *
   * @throws HogqlException when one has no meaning where it stands
   */
  public static Query fill(Query query, Meanings meanings) {
    return new Placeholders(meanings).filled(query);
  }

  private Query filled(Query query) {
    return switch (query) {
      case Select select -> rebuild(Reading.of(select)).select(select);
      case Query.Combined(Span span, Query first, List<Query.Member> others) ->
          new Query.Combined(
              span,
              filled(first),
              others.stream()
                  .map(member -> new Query.Member(member.operator(), filled(member.query())))
                  .toList());
      case Query.Open(Span span, Expression name) -> throw needed(name, span, "a query");
      case Query.Tagged tagged -> tagged;
    };
  }

  private Rebuild rebuild(Reading reading) {
    return new Rebuild(
        part -> replacement(part, reading),
        this::filled,
        Placeholders::table,
        UnaryOperator.identity());
  }

  private Optional<Expression> replacement(Expression part, Reading reading) {
    return switch (part) {
      case Expression.Comparison comparison
          when unbounded(comparison.left(), reading) || unbounded(comparison.right(), reading) ->
          Optional.of(at(comparison.span(), Expression.Constant.truth(true)));
      case Placeholder placeholder -> Optional.of(value(placeholder, reading));
      default -> Optional.empty();
    };
  }

  private boolean unbounded(Expression operand, Reading reading) {
    return operand instanceof Placeholder placeholder
        && meaning(placeholder, reading) instanceof Meaning.Unbounded;
  }

  private Expression value(Placeholder placeholder, Reading reading) {
    return switch (meaning(placeholder, reading)) {
      case Meaning.Value(Expression expression) -> at(placeholder.span(), expression);
      case Meaning.Unbounded _ ->
          throw new HogqlException(
              Code.UNRESOLVED_PLACEHOLDER,
              "The placeholder {%s} may have no value: compare something with it directly, as in timestamp >= {%s}"
                  .formatted(name(placeholder.expression()), name(placeholder.expression())),
              placeholder.span());
    };
  }

  private Meaning meaning(Placeholder placeholder, Reading reading) {
    if (!(placeholder.expression() instanceof Expression.Field(Span _, List<String> path))) {
      throw new HogqlException(
          Code.UNRESOLVED_PLACEHOLDER,
          "Braces hold a name, such as {variables.country}, not {%s}: write it without braces"
              .formatted(name(placeholder.expression())),
          placeholder.span());
    }
    return meanings.of(path, reading, placeholder.span());
  }

  // What was built elsewhere was written, for the reader, where the placeholder is.
  private static Expression at(Span span, Expression value) {
    return new Rebuild(
            _ -> Optional.empty(), UnaryOperator.identity(), UnaryOperator.identity(), _ -> span)
        .expression(value);
  }

  private static Table table(Table table) {
    if (table instanceof Table.FromPlaceholder(Span span, Expression name)) {
      throw needed(name, span, "a table");
    }
    return table;
  }

  private static HogqlException needed(Expression name, Span span, String what) {
    return new HogqlException(
        Code.UNRESOLVED_PLACEHOLDER,
        "The placeholder {%s} stands for a value, but %s is needed here: write it out"
            .formatted(name(name), what),
        span);
  }

  private static String name(Expression expression) {
    return HogqlPrinter.print(expression);
  }
}
