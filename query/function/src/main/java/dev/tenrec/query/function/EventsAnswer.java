package dev.tenrec.query.function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.query.engine.QueryResult;
import dev.tenrec.query.hogql.ast.Expression;
import dev.tenrec.query.hogql.ast.Expression.Constant;
import dev.tenrec.query.hogql.ast.Expression.Field;
import dev.tenrec.query.hogql.ast.Operator.Comparison;
import dev.tenrec.query.hogql.ast.Query;
import dev.tenrec.query.hogql.ast.Select;
import dev.tenrec.query.hogql.ast.SortItem;
import dev.tenrec.query.hogql.parse.HogqlReader;
import dev.tenrec.query.insights.InsightException;
import dev.tenrec.query.insights.Trees;
import dev.tenrec.query.insights.dates.DateException;
import dev.tenrec.query.insights.dates.DateRange;
import dev.tenrec.query.insights.properties.PropertyFilters;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Answers {@code EventsQuery}: a list of events, newest first, in the columns asked for. */
record EventsAnswer(ProjectReader reader) {
  ObjectNode answer(JsonNode node) {
    List<EventColumn> columns = columns(node.path("select"));
    List<Expression> selected = new ArrayList<>();
    columns.forEach(column -> selected.addAll(column.expressions()));
    int limit =
        Math.clamp(
            node.path("limit").asInt((int) reader.limits().otherwise()), 1, (int) Limits.MOST);
    int offset = Math.max(0, node.path("offset").asInt(0));
    Query query =
        Select.of(selected.toArray(Expression[]::new))
            .from("events")
            .where(conditions(node))
            .orderBy(order(node.path("orderBy")))
            .limit(
                new Query.Limit(
                    Optional.of(Constant.whole(limit + 1L)),
                    Optional.of(Constant.whole(offset)),
                    false,
                    false))
            .build();
    QueryResult result = reader.run(query);
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    columns.forEach(column -> answer.withArray("columns").add(column.name()));
    describe(columns, result, answer);
    answer.put("limit", limit).put("offset", offset);
    answer.put("hasMore", result.rows().size() > limit);
    RowsJson.rows(
        result.rows().stream().limit(limit).map(row -> packed(columns, row)).toList(), answer);
    return answer;
  }

  private static List<EventColumn> columns(JsonNode select) {
    List<EventColumn> columns = new ArrayList<>();
    select.forEach(text -> columns.add(EventColumn.of(text.asText())));
    if (columns.isEmpty()) {
      List.of("*", "event", "person", "timestamp")
          .forEach(name -> columns.add(EventColumn.of(name)));
    }
    return columns;
  }

  private static void describe(List<EventColumn> columns, QueryResult result, ObjectNode answer) {
    int first = 0;
    for (EventColumn column : columns) {
      var plain = result.columns().get(first);
      String type =
          column.expressions().size() == 1 ? plain.type().label(plain.nullable()) : "Tuple";
      answer.withArray("types").addArray().add(column.name()).add(type);
      first += column.expressions().size();
    }
  }

  private static List<JsonNode> packed(List<EventColumn> columns, List<JsonNode> row) {
    List<JsonNode> packed = new ArrayList<>();
    int first = 0;
    for (EventColumn column : columns) {
      int next = first + column.expressions().size();
      packed.add(column.pack(row.subList(first, next)));
      first = next;
    }
    return packed;
  }

  private List<Expression> conditions(JsonNode node) {
    List<Expression> conditions = new ArrayList<>();
    text(node, "after")
        .ifPresent(
            date ->
                conditions.add(
                    Trees.compare(
                        Comparison.GREATER, Field.of("timestamp"), Trees.moment(moment(date)))));
    text(node, "before")
        .ifPresent(
            date ->
                conditions.add(
                    Trees.compare(
                        Comparison.LESS, Field.of("timestamp"), Trees.moment(moment(date)))));
    text(node, "event")
        .ifPresent(event -> conditions.add(Trees.equal(Field.of("event"), Constant.text(event))));
    text(node, "personId")
        .ifPresent(
            person ->
                conditions.add(
                    Trees.equal(expression("toString(person_id)"), Constant.text(person))));
    node.path("where").forEach(where -> conditions.add(expression(where.asText())));
    PropertyFilters filters = new PropertyFilters(reader.today());
    for (JsonNode asked :
        List.of(
            node.path("properties"),
            node.path("fixedProperties"),
            reader.testAccountFilters(node))) {
      if (!asked.isEmpty()) {
        conditions.add(filters.condition(asked));
      }
    }
    return conditions;
  }

  private Instant moment(String date) {
    if (date.equals("all")) {
      return Instant.EPOCH;
    }
    try {
      return DateRange.moment(date, reader.today());
    } catch (DateException unknown) {
      throw new InsightException(unknown.getMessage());
    }
  }

  private static Query.Order order(JsonNode orderBy) {
    List<SortItem> items = new ArrayList<>();
    orderBy.forEach(item -> items.add(HogqlReader.readSortItem(item.asText())));
    if (items.isEmpty()) {
      items.add(SortItem.by(Field.of("timestamp"), true));
    }
    return Query.Order.by(items.toArray(SortItem[]::new));
  }

  private static Expression expression(String text) {
    return HogqlReader.readExpression(text);
  }

  private static Optional<String> text(JsonNode node, String field) {
    return Optional.ofNullable(node.path(field).textValue()).filter(value -> !value.isEmpty());
  }
}
