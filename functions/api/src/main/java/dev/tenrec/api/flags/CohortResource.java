package dev.tenrec.api.flags;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.api.resource.Page;
import dev.tenrec.api.resource.ProjectScope;
import dev.tenrec.flags.FlagException;
import dev.tenrec.flags.FlagPlan;
import dev.tenrec.http.ApiException;
import dev.tenrec.http.HttpRequest;
import dev.tenrec.http.HttpResponse;
import dev.tenrec.http.JsonBody;
import dev.tenrec.http.PathParameters;
import dev.tenrec.http.Router.Route;
import dev.tenrec.stores.cohorts.CohortMembers;
import dev.tenrec.stores.definitions.Definition;
import dev.tenrec.stores.definitions.Definitions;
import java.util.List;
import java.util.Locale;

/**
 * Cohorts as people define them: by criteria over what is stored of persons, or as a list. A cohort
 * that a flag looks at cannot be deleted.
 */
final class CohortResource {
  static final String KIND = "cohort";
  private static final String ALL = "/api/projects/{project}/cohorts";
  private static final int LONGEST_NAME = 400;

  private final ProjectScope scope;
  private final Definitions definitions;
  private final CohortMembers members;

  CohortResource(ProjectScope scope, Definitions definitions, CohortMembers members) {
    this.scope = scope;
    this.definitions = definitions;
    this.members = members;
  }

  List<Route> routes() {
    return List.of(
        new Route("GET", ALL, this::list),
        new Route("POST", ALL, this::create),
        new Route("GET", ALL + "/{id}", this::show),
        new Route("PATCH", ALL + "/{id}", this::change),
        new Route("DELETE", ALL + "/{id}", this::delete));
  }

  private HttpResponse list(HttpRequest request, PathParameters path) {
    var entered = scope.enter(request, path, "cohort:read");
    String wanted = request.parameter("search").orElse("").toLowerCase(Locale.ROOT);
    List<Definition> found =
        definitions.list(entered.project().id(), KIND).stream()
            .filter(
                cohort ->
                    cohort.body().path("name").asText().toLowerCase(Locale.ROOT).contains(wanted))
            .toList()
            .reversed();
    return Page.of(request, found, this::json);
  }

  private HttpResponse create(HttpRequest request, PathParameters path) {
    var entered = scope.enter(request, path, "cohort:write");
    JsonBody sent = JsonBody.of(request);
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("name", "").put("description", "");
    body.put("is_static", sent.optionalFlag("is_static").orElse(false));
    body.putObject("filters");
    merge(body, sent);
    long project = entered.project().id();
    return HttpResponse.json(
        201, json(definitions.create(project, KIND, body, entered.caller().user().email())));
  }

  private HttpResponse show(HttpRequest request, PathParameters path) {
    var entered = scope.enter(request, path, "cohort:read");
    return HttpResponse.json(200, json(find(entered.project().id(), path)));
  }

  private HttpResponse change(HttpRequest request, PathParameters path) {
    JsonBody change = JsonBody.of(request);
    if (change.optionalFlag("deleted").orElse(false)) {
      return HttpResponse.json(200, json(remove(request, path)));
    }
    var entered = scope.enter(request, path, "cohort:write");
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
                .orElseThrow(CohortResource::missing)));
  }

  private HttpResponse delete(HttpRequest request, PathParameters path) {
    remove(request, path);
    return HttpResponse.empty(204);
  }

  private Definition remove(HttpRequest request, PathParameters path) {
    var entered = scope.enter(request, path, "cohort:write");
    long project = entered.project().id();
    long id = find(project, path).id();
    List<String> users =
        definitions.list(project, FlagResource.KIND).stream()
            .filter(flag -> looksAt(flag.body().path("filters"), id))
            .map(flag -> flag.body().path("key").asText())
            .toList();
    if (!users.isEmpty()) {
      throw ApiException.invalid(
          "deleted",
          "in_use",
          "Flags look at this cohort: take it out of " + String.join(", ", users) + " first.");
    }
    Definition deleted =
        definitions
            .delete(project, KIND, id, entered.caller().user().email())
            .orElseThrow(CohortResource::missing);
    members.clear(project, id);
    return deleted;
  }

  private Definition find(long project, PathParameters path) {
    return definitions.find(project, KIND, path.number("id")).orElseThrow(CohortResource::missing);
  }

  private static boolean looksAt(JsonNode filters, long cohort) {
    if (filters.path("type").asText().equals("cohort")) {
      return filters.path("value").asText().equals(String.valueOf(cohort));
    }
    for (JsonNode part : filters) {
      if (looksAt(part, cohort)) {
        return true;
      }
    }
    return false;
  }

  private static ObjectNode merge(ObjectNode body, JsonBody change) {
    change.optionalText("name").ifPresent(name -> body.put("name", name));
    change.optionalText("description").ifPresent(text -> body.put("description", text));
    change.optionalObject("filters").ifPresent(filters -> body.set("filters", filters));
    if (!change.has("filters") && change.has("groups")) {
      body.set("filters", fromGroups(change.items("groups")));
    }
    String name = body.path("name").asText();
    if (name.isBlank() || name.length() > LONGEST_NAME) {
      throw ApiException.invalid(
          "name", "invalid", "A cohort's name has 1 to " + LONGEST_NAME + " characters.");
    }
    boolean listed = body.path("is_static").asBoolean();
    if (change.optionalFlag("is_static").filter(wanted -> wanted != listed).isPresent()) {
      throw ApiException.invalid(
          "is_static", "invalid", "A cohort stays what it is: make another one.");
    }
    try {
      FlagPlan.checkCohort(body);
    } catch (FlagException refused) {
      throw ApiException.invalid("filters", "invalid", refused.getMessage());
    }
    return body;
  }

  /** The older shape: groups of properties, one of which must hold whole. */
  private static ObjectNode fromGroups(List<JsonNode> groups) {
    ObjectNode filters = JsonNodeFactory.instance.objectNode();
    ArrayNode any = filters.putObject("properties").put("type", "OR").putArray("values");
    for (JsonNode group : groups) {
      any.addObject().put("type", "AND").set("values", group.path("properties"));
    }
    return filters;
  }

  static ApiException missing() {
    return ApiException.notFound("Not found.");
  }

  private ObjectNode json(Definition cohort) {
    ObjectNode body = cohort.body().deepCopy();
    body.put("id", cohort.id()).put("version", cohort.version()).put("deleted", cohort.deleted());
    body.putArray("groups");
    // Membership is computed when somebody asks, so there is nothing to wait for.
    body.put("is_calculating", false).put("errors_calculating", 0).putNull("last_calculation");
    if (body.path("is_static").asBoolean() && !cohort.deleted()) {
      body.put("count", members.of(cohort.project(), cohort.id()).size());
    } else {
      body.putNull("count");
    }
    body.put("created_at", cohort.createdAt().toString());
    body.putObject("created_by").put("email", cohort.createdBy());
    body.put("updated_at", cohort.updatedAt().toString());
    return body;
  }
}
