package dev.tenrec.api.projects;

import dev.tenrec.api.resource.Page;
import dev.tenrec.api.resource.ProjectScope;
import dev.tenrec.http.ApiException;
import dev.tenrec.http.HttpRequest;
import dev.tenrec.http.HttpResponse;
import dev.tenrec.http.JsonBody;
import dev.tenrec.http.PathParameters;
import dev.tenrec.http.Router.Route;
import dev.tenrec.stores.access.Access;
import dev.tenrec.stores.projects.Project;
import dev.tenrec.stores.projects.ProjectSettings;
import dev.tenrec.stores.projects.Projects;
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
    return Page.of(request, projects.list(), ProjectJson::of);
  }

  private HttpResponse create(HttpRequest request) {
    access.authenticate(request).require("project:write");
    JsonBody body = JsonBody.of(request);
    ProjectSettings begins = ProjectSettings.named(ProjectSettingsJson.name(body.text("name")));
    Project made = projects.create(ProjectSettingsJson.changed(body, begins));
    return HttpResponse.json(201, ProjectJson.of(made));
  }

  private HttpResponse show(HttpRequest request, PathParameters path) {
    return HttpResponse.json(
        200, ProjectJson.of(scope.enter(request, path, "project:read").project()));
  }

  private HttpResponse change(HttpRequest request, PathParameters path) {
    Project project = scope.enter(request, path, "project:write").project();
    JsonBody body = JsonBody.of(request);
    return answer(
        projects.update(project.id(), settings -> ProjectSettingsJson.changed(body, settings)));
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
        200, ProjectJson.of(stored.orElseThrow(() -> ApiException.notFound("Project not found."))));
  }
}
