package dev.tenrec.query.hogql.print;

import dev.tenrec.query.hogql.ast.Expression;
import dev.tenrec.query.hogql.ast.Query;
import dev.tenrec.query.hogql.ast.SortItem;

/** Prints syntax trees as HogQL on one line. */
public final class HogqlPrinter {
  private HogqlPrinter() {}

  public static String print(Query query) {
    Text text = new Text();
    text.queries().print(query);
    return text.toString();
  }

  public static String print(Expression expression) {
    Text text = new Text();
    text.expressions().printAliased(expression);
    return text.toString();
  }

  public static String print(SortItem item) {
    Text text = new Text();
    text.queries().printSortItem(item);
    return text.toString();
  }
}
