package dev.tenrec.query.function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.http.ApiException;

/** Every kind of query node and who answers it. */
record Kinds(ProjectReader reader, IssueIndex issues) {
  ObjectNode answer(JsonNode query) {
    String kind = query.path("kind").asText("");
    return switch (kind) {
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
  }
}
