package dev.tenrec.query.function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.http.ApiException;
import dev.tenrec.query.engine.QueryResult;
import dev.tenrec.query.hogql.parse.HogqlReader;
import dev.tenrec.query.hogql.placeholders.Placeholders;
import dev.tenrec.query.hogql.print.HogqlPrinter;

/** Answers {@code HogQLQuery}: the rows of a HogQL text, its placeholders filled. */
record HogqlAnswer(ProjectReader reader) {
  ObjectNode answer(JsonNode node) {
    String text = node.path("query").asText("");
    if (text.isBlank()) {
      throw ApiException.invalid("query", "required", "The query has no text: write a SELECT.");
    }
    Limits.Bounded query =
        reader
            .limits()
            .bound(Placeholders.fill(HogqlReader.readQuery(text), reader.placeholders(node)));
    QueryResult result = reader.run(query.run());
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.put("query", text).put("hogql", HogqlPrinter.print(query.shown()));
    answer.put("limit", query.limit()).put("offset", query.offset());
    answer.put("hasMore", query.isCut(result.rows().size()));
    RowsJson.columns(result.columns(), answer);
    RowsJson.rows(result.rows().stream().limit(query.limit()).toList(), answer);
    return answer;
  }
}
