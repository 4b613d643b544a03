package dev.tenrec.query.hogql.resolve;

import dev.tenrec.query.hogql.ast.Expression;
import dev.tenrec.query.hogql.print.HogqlPrinter;

/** What the columns of a select are called. */
final class ColumnNames {
  private ColumnNames() {}

  /** The alias, or the text. */
  static String of(Expression column) {
    return switch (column) {
      case Expression.Alias alias -> alias.name();
      case Expression.Field field when field.path().size() == 1 -> field.path().getFirst();
      default -> HogqlPrinter.print(column);
    };
  }

  /** What an outer query may call it as well: the last part of a field. */
  static String shortOf(Expression column) {
    return column instanceof Expression.Field field ? field.path().getLast() : of(column);
  }
}
