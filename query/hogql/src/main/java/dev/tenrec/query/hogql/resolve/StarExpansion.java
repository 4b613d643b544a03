package dev.tenrec.query.hogql.resolve;

import com.google.re2j.Pattern;
import dev.tenrec.query.hogql.HogqlException;
import dev.tenrec.query.hogql.HogqlException.Code;
import dev.tenrec.query.hogql.ast.Expression;
import dev.tenrec.query.hogql.ast.Span;
import dev.tenrec.query.hogql.function.RegularExpressions;
import dev.tenrec.query.hogql.suggest.Suggestion;
import java.util.ArrayList;
import java.util.List;

/** Replaces stars in a select list by the columns they stand for. */
final class StarExpansion {
  private final Scope scope;

  StarExpansion(Scope scope) {
    this.scope = scope;
  }

  List<Expression> expand(Expression column) {
    return switch (column) {
      case Expression.Star star -> star(star);
      case Expression.ColumnsMatching matching -> matching(matching);
      default -> List.of(column);
    };
  }

  private List<Expression> star(Expression.Star star) {
    List<Expression> columns = all(String.join(".", star.table()), star.span());
    for (String excluded : star.excluded()) {
      List<String> names = columns.stream().map(ColumnNames::of).toList();
      if (!columns.removeIf(column -> ColumnNames.of(column).equals(excluded))) {
        throw new HogqlException(
            Code.UNKNOWN_FIELD,
            "There is no column '%s' to exclude.%s"
                .formatted(excluded, Suggestion.question(excluded, names)),
            star.span());
      }
    }
    return columns;
  }

  private List<Expression> matching(Expression.ColumnsMatching matching) {
    Pattern pattern = RegularExpressions.compile(matching.pattern(), matching.span());
    List<Expression> columns = all("", matching.span());
    columns.removeIf(column -> !pattern.matcher(ColumnNames.of(column)).find());
    if (columns.isEmpty()) {
      throw new HogqlException(
          Code.UNKNOWN_FIELD, "No column matches '" + matching.pattern() + "'", matching.span());
    }
    return columns;
  }

  private List<Expression> all(String table, Span span) {
    List<Expression> columns = new ArrayList<>();
    for (Scope.Named source : scope.sources()) {
      if (table.isEmpty() || source.name().equals(table)) {
        for (String name : source.source().starred()) {
          // The source's name keeps apart what two sources call alike.
          Expression field =
              new Expression.Field(
                  span,
                  scope.sources().size() > 1 && !source.name().isEmpty()
                      ? List.of(source.name(), name)
                      : List.of(name));
          columns.add(new Expression.Alias(span, field, name));
        }
      }
    }
    if (columns.isEmpty()) {
      throw new HogqlException(
          Code.UNKNOWN_TABLE,
          table.isEmpty()
              ? "A star needs a FROM"
              : "There is no table '%s' in FROM.%s"
                  .formatted(
                      table,
                      Suggestion.question(
                          table, scope.sources().stream().map(Scope.Named::name).toList())),
          span);
    }
    return columns;
  }
}
