package dev.tenrec.api.insights;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.api.resource.Page;
import dev.tenrec.api.resource.ProjectScope;
import dev.tenrec.http.ApiException;
import dev.tenrec.http.HttpRequest;
import dev.tenrec.http.HttpResponse;
import dev.tenrec.http.JsonBody;
import dev.tenrec.http.PathParameters;
import dev.tenrec.http.Router.Route;
import dev.tenrec.stores.definitions.Definition;
import dev.tenrec.stores.definitions.Definitions;
import java.util.List;
import java.util.Locale;

/**
 * Saved insights: a name and a query. The query is kept as it was sent; running it is the query
 * function's work. As in PostHog an insight is deleted by {@code PATCH {"deleted": true}}; {@code
 * DELETE} works too.
 */
final class InsightResource {
  private static final String KIND = "insight";
  private static final List<String> TEXTS = List.of("name", "description");

  private final ProjectScope scope;
  private final Definitions definitions;

  InsightResource(ProjectScope scope, Definitions definitions) {
    this.scope = scope;
    this.definitions = definitions;
  }

  List<Route> routes() {
    String all = "/api/projects/{project}/insights";
    return List.of(
        new Route("GET", all, this::list),
        new Route("POST", all, this::create),
        new Route("GET", all + "/{id}", this::show),
        new Route("PATCH", all + "/{id}", this::change),
        new Route("DELETE", all + "/{id}", this::delete));
  }

  private HttpResponse list(HttpRequest request, PathParameters path) {
    var entered = scope.enter(request, path, "insight:read");
    String wanted = request.parameter("search").orElse("").toLowerCase(Locale.ROOT);
    List<Definition> found =
        definitions.list(entered.project().id(), KIND).stream()
            .filter(
                insight ->
                    insight
                        .body()
                        .path("name")
                        .asText("")
                        .toLowerCase(Locale.ROOT)
                        .contains(wanted))
            .toList()
            .reversed();
    return Page.of(request, found, InsightResource::json);
  }

  private HttpResponse create(HttpRequest request, PathParameters path) {
    var entered = scope.enter(request, path, "insight:write");
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    merge(body, JsonBody.of(request));
    return HttpResponse.json(
        201,
        json(
            definitions.create(
                entered.project().id(), KIND, body, entered.caller().user().email())));
  }

  private HttpResponse show(HttpRequest request, PathParameters path) {
    var entered = scope.enter(request, path, "insight:read");
    return HttpResponse.json(
        200,
        json(
            definitions
                .find(entered.project().id(), KIND, path.number("id"))
                .orElseThrow(InsightResource::missing)));
  }

  private HttpResponse change(HttpRequest request, PathParameters path) {
    JsonBody change = JsonBody.of(request);
    if (change.optionalFlag("deleted").orElse(false)) {
      return HttpResponse.json(200, json(remove(request, path)));
    }
    var entered = scope.enter(request, path, "insight:write");
    return HttpResponse.json(
        200,
        json(
            definitions
                .update(
                    entered.project().id(),
                    KIND,
                    path.number("id"),
                    body -> merge(body, change),
                    entered.caller().user().email())
                .orElseThrow(InsightResource::missing)));
  }

  private HttpResponse delete(HttpRequest request, PathParameters path) {
    remove(request, path);
    return HttpResponse.empty(204);
  }

  private Definition remove(HttpRequest request, PathParameters path) {
    var entered = scope.enter(request, path, "insight:write");
    return definitions
        .delete(entered.project().id(), KIND, path.number("id"), entered.caller().user().email())
        .orElseThrow(InsightResource::missing);
  }

  private static ObjectNode merge(ObjectNode body, JsonBody change) {
    TEXTS.forEach(field -> change.optionalText(field).ifPresent(text -> body.put(field, text)));
    change
        .optionalObject("query")
        .ifPresent(
            query -> {
              if (!query.path("kind").isTextual()) {
                throw ApiException.invalid(
                    "query", "required", "The query has no kind: write one such as TrendsQuery.");
              }
              body.set("query", query);
            });
    return body;
  }

  private static ApiException missing() {
    return ApiException.notFound("Not found.");
  }

  private static ObjectNode json(Definition insight) {
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
