package dev.tenrec.query.function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.query.hogql.ast.Expression;
import dev.tenrec.query.hogql.ast.Expression.Call;
import dev.tenrec.query.hogql.ast.Expression.Constant;
import dev.tenrec.query.hogql.ast.Expression.Field;
import dev.tenrec.query.hogql.ast.Operator.Comparison;
import dev.tenrec.query.hogql.ast.Select;
import dev.tenrec.query.hogql.ast.Span;
import dev.tenrec.query.insights.Trees;
import dev.tenrec.query.insights.errors.ExceptionFilter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads whole exception events by their ids. */
record ExceptionEvents(ProjectReader reader) {

  Map<String, ObjectNode> of(Collection<String> uuids, ExceptionFilter filter) {
    if (uuids.isEmpty()) {
      return Map.of();
    }
    Expression uuid = Call.of("toString", Field.of("uuid"));
    List<Expression> conditions = new ArrayList<>();
    conditions.add(Trees.equal(Field.of("event"), Constant.text("$exception")));
    conditions.add(
        Trees.compare(
            Comparison.GREATER_OR_EQUAL, Field.of("timestamp"), Trees.moment(filter.from())));
    conditions.add(
        Trees.compare(Comparison.LESS_OR_EQUAL, Field.of("timestamp"), Trees.moment(filter.to())));
    conditions.add(
        Trees.compare(
            Comparison.IN,
            uuid,
            new Expression.Tuple(
                Span.NONE, uuids.stream().<Expression>map(Constant::text).toList())));
    Select query =
        Select.of(
                uuid,
                Field.of("distinct_id"),
                Call.of("toUnixTimestamp64Milli", Field.of("timestamp")),
                Field.of("properties"))
            .from("events")
            .where(conditions)
            .build();
    Map<String, ObjectNode> events = new HashMap<>();
    for (List<JsonNode> row : reader.run(query).rows()) {
      ObjectNode event = JsonNodeFactory.instance.objectNode();
      event.put("uuid", row.get(0).asText()).put("distinct_id", row.get(1).asText());
      event.put("timestamp", Instant.ofEpochMilli(row.get(2).asLong()).toString());
      event.set("properties", EventColumn.parsed(row.get(3)));
      events.put(row.get(0).asText(), event);
    }
    return events;
  }
}
