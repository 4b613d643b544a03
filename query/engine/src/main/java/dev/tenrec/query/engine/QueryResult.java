package dev.tenrec.query.engine;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenrec.query.hogql.plan.Plan;
import java.util.List;

/**
 * What a plan gave.
 *
 * @param rows one JSON value for each column; times are texts in the plan's zone
 */
public record QueryResult(List<Plan.Column> columns, List<List<JsonNode>> rows, Cost cost) {
  public QueryResult {
    requireNonNull(cost, "cost is null");
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }
}
