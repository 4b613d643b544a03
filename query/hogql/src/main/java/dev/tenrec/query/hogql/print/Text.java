package dev.tenrec.query.hogql.print;

import java.util.List;
import java.util.function.Consumer;

/** The text under construction, and the printers that write to it. */
final class Text {
  private final StringBuilder builder = new StringBuilder();
  private final ExpressionPrinter expressions = new ExpressionPrinter(this);
  private final QueryPrinter queries = new QueryPrinter(this);
  private final TablePrinter tables = new TablePrinter(this);

  ExpressionPrinter expressions() {
    return expressions;
  }

  QueryPrinter queries() {
    return queries;
  }

  TablePrinter tables() {
    return tables;
  }

  Text add(String piece) {
    builder.append(piece);
    return this;
  }

  Text name(String name) {
    return add(Names.name(name));
  }

  <T> Text list(List<T> items, Consumer<T> print) {
    return list(items, ", ", print);
  }

  <T> Text list(List<T> items, String separator, Consumer<T> print) {
    String before = "";
    for (T item : items) {
      add(before);
      before = separator;
      print.accept(item);
    }
    return this;
  }

  @Override
  public String toString() {
    return builder.toString();
  }
}
