package dev.tenrec.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.http.ApiException;
import dev.tenrec.http.HttpRequest;
import dev.tenrec.http.HttpResponse;
import dev.tenrec.http.JsonBody;
import dev.tenrec.http.PathParameters;
import dev.tenrec.http.Router.Route;
import dev.tenrec.stores.access.Access;
import dev.tenrec.stores.projects.Project;
import dev.tenrec.stores.projects.Projects;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Projects, their settings and their tokens. */
final class ProjectResource {
  private final Access access;
  private final ProjectScope scope;
  private final Projects projects;

  ProjectResource(Access access, ProjectScope scope, Projects projects) {
    this.access = access;
    this.scope = scope;
    this.projects = projects;
  }

  List<Route> routes() {
    String one = "/api/projects/{project}";
    return List.of(
        new Route("GET", "/api/projects", (request, _) -> list(request)),
        new Route("POST", "/api/projects", (request, _) -> create(request)),
        new Route("GET", one, this::show),
        new Route("PATCH", one, this::change),
        new Route("DELETE", one, this::delete),
        new Route("PATCH", one + "/reset_token", this::resetToken),
        new Route("POST", one + "/reset_token", this::resetToken));
  }

  private HttpResponse list(HttpRequest request) {
    access.authenticate(request).require("project:read");
    return Page.of(request, projects.list(), ProjectResource::json);
  }

  private HttpResponse create(HttpRequest request) {
    access.authenticate(request).require("project:write");
    JsonBody body = JsonBody.of(request);
    Project made =
        projects.create(
            name(body.text("name")), timezone(body.optionalText("timezone").orElse("UTC")));
    return HttpResponse.json(201, json(made));
  }

  private HttpResponse show(HttpRequest request, PathParameters path) {
    return HttpResponse.json(200, json(scope.enter(request, path, "project:read").project()));
  }

  private HttpResponse change(HttpRequest request, PathParameters path) {
    Project project = scope.enter(request, path, "project:write").project();
    JsonBody body = JsonBody.of(request);
    Optional<String> name = body.optionalText("name").map(ProjectResource::name);
    Optional<ZoneId> timezone = body.optionalText("timezone").map(ProjectResource::timezone);
    Optional<Boolean> anonymize = body.optionalFlag("anonymize_ips");
    Optional<Boolean> exceptions = body.optionalFlag("autocapture_exceptions_opt_in");
    Optional<JsonNode> testAccounts = testAccountFilters(body);
    return answer(
        projects.update(
            project.id(),
            current ->
                current
                    .withName(name.orElse(current.name()))
                    .withTimezone(timezone.orElse(current.timezone()))
                    .withAnonymizeIps(anonymize.orElse(current.anonymizeIps()))
                    .withTestAccountFilters(testAccounts.orElse(current.testAccountFilters()))
                    .withCapturesExceptions(exceptions.orElse(current.capturesExceptions()))
                    .withRecordings(RecordingSettingsJson.changed(body, current.recordings()))));
  }

  private HttpResponse delete(HttpRequest request, PathParameters path) {
    Project project = scope.enter(request, path, "project:write").project();
    if (projects.list().size() == 1) {
      throw ApiException.conflict("The last project cannot be deleted: create another one before.");
    }
    projects.delete(project.id());
    return HttpResponse.empty(204);
  }

  private HttpResponse resetToken(HttpRequest request, PathParameters path) {
    Project project = scope.enter(request, path, "project:write").project();
    return answer(projects.resetToken(project.id()));
  }

  private static HttpResponse answer(Optional<Project> stored) {
    return HttpResponse.json(
        200, json(stored.orElseThrow(() -> ApiException.notFound("Project not found."))));
  }

  private static String name(String name) {
    if (name.isBlank() || name.length() > 200) {
      throw ApiException.invalid("name", "invalid", "A project's name has 1 to 200 characters.");
    }
    return name;
  }

  private static ZoneId timezone(String id) {
    try {
      return ZoneId.of(id);
    } catch (DateTimeException unknown) {
      throw ApiException.invalid(
          "timezone",
          "invalid_choice",
          "\"" + id + "\" is not a time zone: write one such as Europe/Berlin.");
    }
  }

  private static Optional<JsonNode> testAccountFilters(JsonBody body) {
    if (!body.has("test_account_filters")) {
      return Optional.empty();
    }
    ArrayNode filters = JsonNodeFactory.instance.arrayNode();
    for (JsonNode filter : body.items("test_account_filters")) {
      if (!filter.isObject() || !filter.hasNonNull("key")) {
        throw ApiException.invalid(
            "test_account_filters",
            "invalid",
            "Each filter is an object with key, operator, value and type, not " + filter + ".");
      }
      filters.add(filter);
    }
    return Optional.of(filters);
  }

  static ObjectNode json(Project project) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("id", project.id()).put("name", project.name());
    body.put("api_token", project.token()).put("timezone", project.timezone().getId());
    body.put("anonymize_ips", project.anonymizeIps());
    body.put("autocapture_exceptions_opt_in", project.capturesExceptions());
    body.set("test_account_filters", project.testAccountFilters());
    RecordingSettingsJson.write(body, project.recordings());
    return body.put("created_at", project.createdAt().toString());
  }
}
