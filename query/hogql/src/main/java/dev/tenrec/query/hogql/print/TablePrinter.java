package dev.tenrec.query.hogql.print;

import dev.tenrec.query.hogql.ast.Table;

/** Prints tables and joins. */
final class TablePrinter {
  private final Text text;

  TablePrinter(Text text) {
    this.text = text;
  }

  void print(Table.Tree tree) {
    print(tree.first());
    tree.joins().forEach(this::print);
  }

  private void print(Table.Join join) {
    text.add(" ");
    if (join.constraint() instanceof Table.Constraint.Natural) {
      text.add("NATURAL ");
    }
    if (join.strictness() != Table.Strictness.ALL) {
      text.add(join.strictness().name()).add(" ");
    }
    text.add(join.side() == Table.Side.INNER ? "JOIN " : join.side().name() + " JOIN ");
    print(join.source());
    switch (join.constraint()) {
      case Table.Constraint.On on -> {
        text.add(" ON ");
        text.expressions().print(on.condition());
      }
      case Table.Constraint.Using using ->
          text.add(" USING (").list(using.columns(), text::name).add(")");
      case Table.Constraint.None _, Table.Constraint.Natural _ -> {}
    }
  }

  private void print(Table.Source source) {
    print(source.table());
    text.add(source.latest() ? " FINAL" : "");
    source
        .sample()
        .ifPresent(
            sample -> {
              text.add(" SAMPLE ");
              text.expressions().print(sample.ratio());
              sample
                  .offset()
                  .ifPresent(
                      offset -> {
                        text.add(" OFFSET ");
                        text.expressions().print(offset);
                      });
            });
    source
        .alias()
        .ifPresent(
            alias -> {
              text.add(" AS ").name(alias);
              if (!source.columnAliases().isEmpty()) {
                text.add("(").list(source.columnAliases(), text::name).add(")");
              }
            });
  }

  private void print(Table table) {
    switch (table) {
      case Table.Named named -> text.list(named.path(), ".", text::name);
      case Table.FromQuery from -> {
        text.add("(");
        text.queries().print(from.query());
        text.add(")");
      }
      case Table.FromFunction function ->
          text.name(function.name())
              .add("(")
              .list(function.arguments(), text.expressions()::printAliased)
              .add(")");
      case Table.FromValues values ->
          text.add("(VALUES ")
              .list(
                  values.rows(), row -> text.add("(").list(row, text.expressions()::print).add(")"))
              .add(")");
      case Table.FromPlaceholder placeholder -> {
        text.add("{");
        text.expressions().print(placeholder.expression());
        text.add("}");
      }
      case Table.FromTag tag -> text.expressions().print(tag.tag());
      case Table.Nested nested -> {
        text.add("(");
        print(nested.tree());
        text.add(")");
      }
    }
  }
}
