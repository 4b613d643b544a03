package dev.tenrec.query.function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.http.ApiException;
import dev.tenrec.query.engine.Cost;

/** Every kind of query node and who answers it. */
final class Kinds {
  private final ProjectReader reader;
  private final IssueIndex issues;

  Kinds(ProjectReader reader, IssueIndex issues) {
    this.reader = reader;
    this.issues = issues;
  }

  ObjectNode answer(JsonNode query) {
    String kind = query.path("kind").asText("");
    ObjectNode answer =
        switch (kind) {
          case "HogQLQuery" -> new HogqlAnswer(reader).answer(query);
          case "TrendsQuery" -> new TrendsAnswer(reader).answer(query);
          case "EventsQuery" -> new EventsAnswer(reader).answer(query);
          case "ErrorTrackingQuery" -> new ErrorTrackingAnswer(reader, issues).answer(query);
          case "HogQLMetadata" -> new MetadataAnswer(reader).answer(query);
          case "DatabaseSchemaQuery" -> new SchemaAnswer(reader).answer();
          // What these add says how an answer is shown, which is the console's business.
          case "InsightVizNode", "DataTableNode", "DataVisualizationNode" ->
              answer(query.path("source"));
          default ->
              throw ApiException.invalid(
                  "query",
                  "invalid_choice",
                  "kind is \""
                      + kind
                      + "\": this version answers HogQLQuery, TrendsQuery, EventsQuery,"
                      + " ErrorTrackingQuery, HogQLMetadata and DatabaseSchemaQuery");
        };
    reader.cost().ifPresent(cost -> answer.set("cost", json(cost)));
    return answer.put("is_cached", false);
  }

  private static ObjectNode json(Cost cost) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("engine", cost.engine()).put("reason", cost.reason()).put("files", cost.files());
    json.put("bytes_scanned", cost.bytes()).put("bytes_fetched", cost.fetchedBytes());
    json.put("rows_scanned", cost.rows());
    return json.put("milliseconds", cost.planning().plus(cost.running()).toMillis());
  }
}
