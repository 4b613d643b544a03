package dev.tenrec.api.projects;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.api.resource.ProjectScope;
import dev.tenrec.http.HttpRequest;
import dev.tenrec.http.HttpResponse;
import dev.tenrec.http.PathParameters;
import dev.tenrec.http.Router.Route;
import dev.tenrec.stores.access.ProjectSecrets;
import java.util.List;
import java.util.Optional;

/** The project's secret key, with which servers read flag definitions. */
final class ProjectSecretResource {
  private final ProjectScope scope;
  private final ProjectSecrets secrets;

  ProjectSecretResource(ProjectScope scope, ProjectSecrets secrets) {
    this.scope = scope;
    this.secrets = secrets;
  }

  List<Route> routes() {
    String one = "/api/projects/{project}";
    return List.of(
        new Route("GET", one + "/secret_token", this::show),
        new Route("PATCH", one + "/rotate_secret_token", this::rotate),
        new Route("POST", one + "/rotate_secret_token", this::rotate),
        new Route("PATCH", one + "/delete_secret_token_backup", this::dropPrevious),
        new Route("POST", one + "/delete_secret_token_backup", this::dropPrevious));
  }

  private HttpResponse show(HttpRequest request, PathParameters path) {
    long project = scope.enter(request, path, "project:read").project().id();
    return HttpResponse.json(200, masks(project));
  }

  // Only this answer has the secret; from then on nobody can read it again.
  private HttpResponse rotate(HttpRequest request, PathParameters path) {
    long project = scope.enter(request, path, "project:write").project().id();
    String secret = secrets.rotate(project).secret();
    return HttpResponse.json(200, masks(project).put("secret_api_token", secret));
  }

  private HttpResponse dropPrevious(HttpRequest request, PathParameters path) {
    long project = scope.enter(request, path, "project:write").project().id();
    secrets.dropPrevious(project);
    return HttpResponse.json(200, masks(project));
  }

  private ObjectNode masks(long project) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    put(body, "secret_api_token", secrets.current(project));
    put(body, "secret_api_token_backup", secrets.previous(project));
    return body;
  }

  private static void put(
      ObjectNode body, String field, Optional<ProjectSecrets.ProjectSecret> secret) {
    body.put(field, secret.map(ProjectSecrets.ProjectSecret::mask).orElse(null));
    body.put(
        field + "_created_at",
        secret.map(ProjectSecrets.ProjectSecret::createdAt).map(Object::toString).orElse(null));
  }
}
