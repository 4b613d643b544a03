package dev.tenrec.query.insights;

import dev.tenrec.query.hogql.ast.Query;
import java.util.List;
import java.util.Optional;

/** Runs a query for an insight. */
@FunctionalInterface
public interface Rows {
  /**
   * The rows of a query, without any limit but the query's own: values are text, numbers, booleans
   * or null.
   */
  List<List<Optional<Object>>> of(Query query);
}
