package dev.tenrec.query.function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.query.engine.QueryResult;
import dev.tenrec.query.hogql.plan.Plan;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Writes rows into an answer, as many as fit: a function answers at most 6 MB. Where rows are left
 * out the answer says so in {@code truncated}.
 */
final class RowsJson {
  private static final long MOST_BYTES = 4_000_000;

  private RowsJson() {}

  static void write(QueryResult result, ObjectNode answer) {
    ArrayNode names = answer.putArray("columns");
    ArrayNode types = answer.putArray("types");
    for (Plan.Column column : result.columns()) {
      names.add(column.name());
      types.addArray().add(column.name()).add(column.type().label(column.nullable()));
    }
    write(result.rows(), answer);
  }

  static void write(List<List<JsonNode>> rows, ObjectNode answer) {
    ArrayNode results = answer.putArray("results");
    long bytes = 0;
    for (List<JsonNode> row : rows) {
      ArrayNode written = answer.arrayNode(row.size());
      row.forEach(written::add);
      bytes += written.toString().getBytes(StandardCharsets.UTF_8).length;
      if (bytes > MOST_BYTES) {
        answer.put("truncated", true).put("hasMore", true);
        return;
      }
      results.add(written);
    }
  }
}
