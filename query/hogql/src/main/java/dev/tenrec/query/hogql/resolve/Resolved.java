package dev.tenrec.query.hogql.resolve;

import dev.tenrec.query.hogql.plan.Relation;
import dev.tenrec.query.hogql.plan.Symbol;
import java.util.List;

/** A query as a relation whose outputs are its columns, in order. */
record Resolved(Relation relation, List<Column> columns) {
  Resolved {
    columns = List.copyOf(columns);
  }

  /**
   * One column.
   *
   * @param name its alias, or the text it was written as
   * @param shortName what it can be called by from outside as well: the last part of a field
   */
  record Column(String name, String shortName, Symbol symbol) {}
}
