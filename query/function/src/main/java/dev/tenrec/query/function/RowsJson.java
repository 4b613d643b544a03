package dev.tenrec.query.function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.query.hogql.plan.Plan;
import java.util.List;

/** Writes columns and rows into an answer. */
final class RowsJson {
  private RowsJson() {}

  static void columns(List<Plan.Column> columns, ObjectNode answer) {
    ArrayNode names = answer.putArray("columns");
    ArrayNode types = answer.putArray("types");
    for (Plan.Column column : columns) {
      names.add(column.name());
      types.addArray().add(column.name()).add(column.type().label(column.nullable()));
    }
  }

  static void rows(List<List<JsonNode>> rows, ObjectNode answer) {
    ArrayNode results = answer.putArray("results");
    rows.forEach(row -> results.addArray().addAll(row));
  }
}
