package dev.tenrec.api.projects;

import dev.tenrec.api.resource.ProjectScope;
import dev.tenrec.http.Router.Route;
import dev.tenrec.stores.access.Access;
import dev.tenrec.stores.access.ProjectSecrets;
import dev.tenrec.stores.projects.Projects;
import java.util.List;
import java.util.stream.Stream;

/**
 * The routes of projects: their settings, their public tokens and their secret keys.
 *
 * @param access tells who asks for what belongs to no project
 * @param scope lets requests into their project
 * @param projects the projects
 * @param secrets their secret keys
 */
public record ProjectRoutes(
    Access access, ProjectScope scope, Projects projects, ProjectSecrets secrets) {
  public List<Route> routes() {
    return Stream.of(
            new ProjectResource(access, scope, projects).routes(),
            new ProjectSecretResource(scope, secrets).routes())
        .flatMap(List::stream)
        .toList();
  }
}
