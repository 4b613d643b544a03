package dev.tenrec.query.function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.query.hogql.ast.Expression.Call;
import dev.tenrec.query.hogql.ast.Expression.Field;
import dev.tenrec.query.hogql.ast.Select;
import dev.tenrec.query.insights.trends.Trends;
import java.time.Instant;
import java.util.List;

/** Answers {@code TrendsQuery}. */
record TrendsAnswer(ProjectReader reader) {
  ObjectNode answer(JsonNode node) {
    boolean all = node.path("dateRange").path("date_from").asText("").equals("all");
    Trends trends =
        new Trends(query -> reader.run(query).rows(), reader.today(), reader.testAccountFilters());
    return trends.answer(node, all ? earliest() : reader.now());
  }

  private Instant earliest() {
    Select first =
        Select.of(Call.of("toUnixTimestamp", Call.of("min", Field.of("timestamp"))))
            .from("events")
            .limit(1)
            .build();
    List<List<JsonNode>> rows = reader.run(first).rows();
    JsonNode seconds = rows.getFirst().getFirst();
    return seconds.isNumber() ? Instant.ofEpochSecond(seconds.longValue()) : reader.now();
  }
}
