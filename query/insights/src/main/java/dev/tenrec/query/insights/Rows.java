package dev.tenrec.query.insights;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenrec.query.hogql.ast.Query;
import java.util.List;

/** Runs a query for an insight. */
@FunctionalInterface
public interface Rows {
  /**
   * The rows of a query, without any limit but the query's own: one JSON value for each column,
   * times as text in the project's zone.
   */
  List<List<JsonNode>> of(Query query);
}
