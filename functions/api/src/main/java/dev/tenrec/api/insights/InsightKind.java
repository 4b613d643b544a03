package dev.tenrec.api.insights;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.api.resource.DefinitionKind;
import dev.tenrec.http.ApiException;
import dev.tenrec.http.JsonBody;
import dev.tenrec.stores.definitions.Definition;
import java.util.List;

/**
 * Saved insights: a name and a query. The query is kept as it was sent; running it is the query
 * function's work.
 */
record InsightKind() implements DefinitionKind {
  private static final List<String> TEXTS = List.of("name", "description");

  @Override
  public String name() {
    return "insight";
  }

  @Override
  public String path() {
    return "insights";
  }

  @Override
  public String scope() {
    return "insight";
  }

  @Override
  public ObjectNode begun(JsonBody sent) {
    return JsonNodeFactory.instance.objectNode();
  }

  @Override
  public void merge(long project, long id, ObjectNode body, JsonBody sent) {
    TEXTS.forEach(field -> sent.optionalText(field).ifPresent(text -> body.put(field, text)));
    sent.optionalObject("query")
        .ifPresent(
            query -> {
              if (!query.path("kind").isTextual()) {
                throw ApiException.invalid(
                    "query", "required", "The query has no kind: write one such as TrendsQuery.");
              }
              body.set("query", query);
            });
  }

  @Override
  public ObjectNode json(Definition insight) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("id", insight.id()).put("short_id", Long.toString(insight.id(), 36));
    TEXTS.forEach(field -> body.put(field, insight.body().path(field).asText("")));
    body.set("query", insight.body().path("query").deepCopy());
    body.put("version", insight.version()).put("deleted", insight.deleted());
    body.put("created_at", insight.createdAt().toString());
    body.putObject("created_by").put("email", insight.createdBy());
    body.put("last_modified_at", insight.updatedAt().toString());
    body.putObject("last_modified_by").put("email", insight.updatedBy());
    return body;
  }
}
