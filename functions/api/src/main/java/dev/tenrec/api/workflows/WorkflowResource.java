package dev.tenrec.api.workflows;

import com.fasterxml.jackson.databind.JsonNode;
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
import dev.tenrec.workflow.Workflow;
import dev.tenrec.workflow.WorkflowCompiler;
import dev.tenrec.workflow.WorkflowException;
import java.util.List;
import java.util.Locale;

/**
 * Workflows as people define them. A workflow is checked by compiling it before it is stored, so
 * what is stored can be run. Deleted by {@code PATCH {"deleted": true}} and by {@code DELETE}; its
 * runs are then cancelled when they wake.
 */
final class WorkflowResource {
  private static final List<String> FIELDS =
      List.of("name", "description", "status", "trigger", "actions", "edges");
  private static final String READ = "hog_flow:read";
  private static final String WRITE = "hog_flow:write";

  private final ProjectScope scope;
  private final Definitions definitions;

  WorkflowResource(ProjectScope scope, Definitions definitions) {
    this.scope = scope;
    this.definitions = definitions;
  }

  List<Route> routes() {
    String all = "/api/projects/{project}/workflows";
    return List.of(
        new Route("GET", all, this::list),
        new Route("POST", all, this::create),
        new Route("GET", all + "/{id}", this::show),
        new Route("PATCH", all + "/{id}", this::change),
        new Route("DELETE", all + "/{id}", this::delete),
        new Route("GET", all + "/{id}/history", this::history));
  }

  private HttpResponse list(HttpRequest request, PathParameters path) {
    var entered = scope.enter(request, path, READ);
    String wanted = request.parameter("search").orElse("").toLowerCase(Locale.ROOT);
    List<Definition> found =
        definitions.list(entered.project().id(), Workflow.KIND).stream()
            .filter(
                each -> each.body().path("name").asText().toLowerCase(Locale.ROOT).contains(wanted))
            .toList()
            .reversed();
    return Page.of(request, found, WorkflowResource::json);
  }

  private HttpResponse create(HttpRequest request, PathParameters path) {
    var entered = scope.enter(request, path, WRITE);
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("name", "").put("description", "").put("status", "draft");
    merge(body, JsonBody.of(request));
    return HttpResponse.json(
        201,
        json(
            definitions.create(
                entered.project().id(), Workflow.KIND, body, entered.caller().user().email())));
  }

  private HttpResponse show(HttpRequest request, PathParameters path) {
    var entered = scope.enter(request, path, READ);
    return HttpResponse.json(200, json(find(definitions, entered.project().id(), path)));
  }

  private HttpResponse change(HttpRequest request, PathParameters path) {
    JsonBody change = JsonBody.of(request);
    if (change.optionalFlag("deleted").orElse(false)) {
      return HttpResponse.json(200, json(remove(request, path)));
    }
    var entered = scope.enter(request, path, WRITE);
    return HttpResponse.json(
        200,
        json(
            definitions
                .update(
                    entered.project().id(),
                    Workflow.KIND,
                    path.number("id"),
                    body -> merge(body, change),
                    entered.caller().user().email())
                .orElseThrow(WorkflowResource::missing)));
  }

  private HttpResponse delete(HttpRequest request, PathParameters path) {
    remove(request, path);
    return HttpResponse.empty(204);
  }

  private HttpResponse history(HttpRequest request, PathParameters path) {
    var entered = scope.enter(request, path, READ);
    return Page.of(
        request,
        definitions.history(entered.project().id(), Workflow.KIND, path.number("id")).reversed(),
        WorkflowResource::json);
  }

  private Definition remove(HttpRequest request, PathParameters path) {
    var entered = scope.enter(request, path, WRITE);
    return definitions
        .delete(
            entered.project().id(),
            Workflow.KIND,
            path.number("id"),
            entered.caller().user().email())
        .orElseThrow(WorkflowResource::missing);
  }

  private static ObjectNode merge(ObjectNode body, JsonBody change) {
    change.optionalText("name");
    change.optionalText("description");
    change.optionalText("status");
    change.optionalObject("trigger");
    change.items("actions");
    change.items("edges");
    for (String field : FIELDS) {
      JsonNode value = change.node().get(field);
      if (value != null) {
        body.set(field, value);
      }
    }
    compile(body);
    return body;
  }

  static Workflow compile(ObjectNode body) {
    try {
      return WorkflowCompiler.compile(body);
    } catch (WorkflowException refused) {
      throw ApiException.invalid(refused.attribute(), "invalid", refused.getMessage());
    }
  }

  static Definition find(Definitions definitions, long project, PathParameters path) {
    return definitions
        .find(project, Workflow.KIND, path.number("id"))
        .orElseThrow(WorkflowResource::missing);
  }

  private static ApiException missing() {
    return ApiException.notFound("Not found.");
  }

  private static ObjectNode json(Definition workflow) {
    ObjectNode body = workflow.body().deepCopy();
    body.put("id", workflow.id())
        .put("version", workflow.version())
        .put("deleted", workflow.deleted())
        .put("created_at", workflow.createdAt().toString())
        .put("updated_at", workflow.updatedAt().toString());
    body.putObject("created_by").put("email", workflow.createdBy());
    body.putObject("last_modified_by").put("email", workflow.updatedBy());
    return body;
  }
}
