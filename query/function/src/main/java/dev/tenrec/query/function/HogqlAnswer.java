package dev.tenrec.query.function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.http.ApiException;
import dev.tenrec.query.engine.QueryResult;
import dev.tenrec.query.hogql.ast.Query;
import dev.tenrec.query.hogql.parse.HogqlReader;
import dev.tenrec.query.hogql.print.HogqlPrinter;

/** Answers {@code HogQLQuery}: the rows of a HogQL text. */
record HogqlAnswer(ProjectReader reader) {
  ObjectNode answer(JsonNode node) {
    String text = node.path("query").asText("");
    if (text.isBlank()) {
      throw ApiException.invalid("query", "required", "The query has no text: write a SELECT.");
    }
    Query query = Limits.bounded(HogqlReader.readQuery(text));
    QueryResult result = reader.run(query);
    long limit = Limits.of(query);
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.put("query", text).put("hogql", HogqlPrinter.print(query));
    answer.put("limit", limit).put("hasMore", result.rows().size() >= limit);
    RowsJson.write(result, answer);
    return answer;
  }
}
