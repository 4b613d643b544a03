package dev.tenrec.api.flags;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.api.resource.Page;
import dev.tenrec.api.resource.ProjectScope;
import dev.tenrec.flags.FlagCheck;
import dev.tenrec.flags.FlagException;
import dev.tenrec.http.ApiException;
import dev.tenrec.http.HttpRequest;
import dev.tenrec.http.HttpResponse;
import dev.tenrec.http.JsonBody;
import dev.tenrec.http.PathParameters;
import dev.tenrec.http.Router.Route;
import dev.tenrec.stores.definitions.Definition;
import dev.tenrec.stores.definitions.Definitions;
import dev.tenrec.stores.definitions.NameTakenException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Feature flags as people define them. A flag is checked by compiling it before it is stored, so
 * what is stored can always be evaluated. Deleted as in PostHog by {@code PATCH {"deleted": true}},
 * and by {@code DELETE}.
 */
final class FlagResource {
  static final String KIND = "feature_flag";
  private static final List<String> FIELDS =
      List.of(
          "key",
          "name",
          "active",
          "filters",
          "ensure_experience_continuity",
          "evaluation_runtime",
          "evaluation_contexts",
          "bucketing_identifier",
          "is_remote_configuration",
          "tags");

  private final ProjectScope scope;
  private final Definitions definitions;

  FlagResource(ProjectScope scope, Definitions definitions) {
    this.scope = scope;
    this.definitions = definitions;
  }

  List<Route> routes() {
    String all = "/api/projects/{project}/feature_flags";
    return List.of(
        new Route("GET", all, this::list),
        new Route("POST", all, this::create),
        new Route("GET", all + "/{id}", this::show),
        new Route("PATCH", all + "/{id}", this::change),
        new Route("DELETE", all + "/{id}", this::delete),
        new Route("GET", all + "/{id}/history", this::history));
  }

  private HttpResponse list(HttpRequest request, PathParameters path) {
    var entered = scope.enter(request, path, "feature_flag:read");
    String wanted = request.parameter("search").orElse("").toLowerCase(Locale.ROOT);
    List<Definition> found =
        definitions.list(entered.project().id(), KIND).stream()
            .filter(flag -> searched(flag).contains(wanted))
            .toList()
            .reversed();
    return Page.of(request, found, FlagResource::json);
  }

  private HttpResponse create(HttpRequest request, PathParameters path) {
    var entered = scope.enter(request, path, "feature_flag:write");
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("name", "").put("active", true);
    body.putObject("filters").putArray("groups").addObject().put("rollout_percentage", 0);
    merge(entered.project().id(), 0, body, JsonBody.of(request));
    String by = entered.caller().user().email();
    return HttpResponse.json(
        201, json(stored(() -> definitions.create(entered.project().id(), KIND, body, by))));
  }

  private HttpResponse show(HttpRequest request, PathParameters path) {
    var entered = scope.enter(request, path, "feature_flag:read");
    return HttpResponse.json(
        200,
        json(
            definitions
                .find(entered.project().id(), KIND, path.number("id"))
                .orElseThrow(FlagResource::missing)));
  }

  private HttpResponse change(HttpRequest request, PathParameters path) {
    JsonBody change = JsonBody.of(request);
    if (change.optionalFlag("deleted").orElse(false)) {
      return HttpResponse.json(200, json(remove(request, path)));
    }
    var entered = scope.enter(request, path, "feature_flag:write");
    String by = entered.caller().user().email();
    long project = entered.project().id();
    long id = path.number("id");
    return HttpResponse.json(
        200,
        json(
            stored(
                () ->
                    definitions
                        .update(project, KIND, id, body -> merge(project, id, body, change), by)
                        .orElseThrow(FlagResource::missing))));
  }

  private HttpResponse delete(HttpRequest request, PathParameters path) {
    remove(request, path);
    return HttpResponse.empty(204);
  }

  private HttpResponse history(HttpRequest request, PathParameters path) {
    var entered = scope.enter(request, path, "feature_flag:read");
    return Page.of(
        request,
        definitions.history(entered.project().id(), KIND, path.number("id")).reversed(),
        FlagResource::json);
  }

  private Definition remove(HttpRequest request, PathParameters path) {
    var entered = scope.enter(request, path, "feature_flag:write");
    return definitions
        .delete(entered.project().id(), KIND, path.number("id"), entered.caller().user().email())
        .orElseThrow(FlagResource::missing);
  }

  private ObjectNode merge(long project, long id, ObjectNode body, JsonBody change) {
    change.optionalFlag("active");
    change.optionalFlag("is_remote_configuration");
    if (change.optionalFlag("has_encrypted_payloads").orElse(false)) {
      throw ApiException.invalid(
          "has_encrypted_payloads",
          "invalid",
          "Payloads are not encrypted one by one: keep secrets in a store for secrets.");
    }
    change.optionalFlag("ensure_experience_continuity");
    change.optionalObject("filters");
    change.optionalText("key");
    for (String field : FIELDS) {
      JsonNode value = change.node().get(field);
      if (value != null) {
        body.set(field, value);
      }
    }
    try {
      check(project, id).check(body.deepCopy().put("id", id));
    } catch (FlagException refused) {
      throw ApiException.invalid(refused.attribute(), "invalid", refused.getMessage());
    }
    return body;
  }

  private FlagCheck check(long project, long id) {
    List<ObjectNode> others =
        definitions.list(project, KIND).stream()
            .filter(flag -> flag.id() != id)
            .map(flag -> flag.body().put("id", flag.id()))
            .toList();
    Set<Long> cohorts =
        definitions.list(project, CohortResource.KIND).stream()
            .map(Definition::id)
            .collect(Collectors.toSet());
    return new FlagCheck(others, cohorts);
  }

  private static Definition stored(Supplier<Definition> write) {
    try {
      return write.get();
    } catch (NameTakenException taken) {
      throw ApiException.invalid(taken.field(), "unique", taken.getMessage());
    }
  }

  private static String searched(Definition flag) {
    JsonNode body = flag.body();
    return (body.path("key").asText() + " " + body.path("name").asText()).toLowerCase(Locale.ROOT);
  }

  private static ApiException missing() {
    return ApiException.notFound("Not found.");
  }

  static ObjectNode json(Definition flag) {
    ObjectNode body = flag.body().deepCopy();
    body.put("id", flag.id()).put("version", flag.version()).put("deleted", flag.deleted());
    body.put("created_at", flag.createdAt().toString());
    body.putObject("created_by").put("email", flag.createdBy());
    body.put("updated_at", flag.updatedAt().toString());
    body.putObject("last_modified_by").put("email", flag.updatedBy());
    return body;
  }
}
