package dev.tenrec.query.engine;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenrec.query.hogql.plan.Plan;
import java.time.Instant;
import java.util.List;

/**
 * What a plan gave.
 *
 * @param rows one JSON value for each column; times are texts in the plan's zone
 * @param computedAt when an engine computed it
 * @param cached whether that was for an earlier query, of data that is still the same
 */
public record QueryResult(
    List<Plan.Column> columns,
    List<List<JsonNode>> rows,
    Cost cost,
    Instant computedAt,
    boolean cached) {
  public QueryResult {
    requireNonNull(cost, "cost is null");
    requireNonNull(computedAt, "computedAt is null");
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }
}
