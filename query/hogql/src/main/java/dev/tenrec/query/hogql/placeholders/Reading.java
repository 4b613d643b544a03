package dev.tenrec.query.hogql.placeholders;

import static java.util.Objects.requireNonNull;

import dev.tenrec.query.hogql.ast.Select;
import dev.tenrec.query.hogql.ast.Table;
import java.util.List;
import java.util.Optional;

/**
 * What a select reads, as far as a placeholder in it depends on that.
 *
 * @param table the first table after FROM; empty when there is none, or a query
 * @param qualifier what fields of that table must begin with where others are joined to it
 */
public record Reading(Optional<String> table, Optional<String> qualifier) {
  public Reading {
    requireNonNull(table, "table is null");
    requireNonNull(qualifier, "qualifier is null");
  }

  static Reading of(Select select) {
    if (select.from().isEmpty()
        || !(select.from().get().first().table()
            instanceof Table.Named(var _, List<String> path))) {
      return new Reading(Optional.empty(), Optional.empty());
    }
    Table.Tree tree = select.from().get();
    return new Reading(
        Optional.of(String.join(".", path)),
        tree.joins().isEmpty()
            ? Optional.empty()
            : Optional.of(tree.first().alias().orElse(path.getLast())));
  }
}
