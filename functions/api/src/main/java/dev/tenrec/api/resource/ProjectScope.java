package dev.tenrec.api.resource;

import dev.tenrec.http.ApiException;
import dev.tenrec.http.HttpRequest;
import dev.tenrec.http.PathParameters;
import dev.tenrec.stores.access.Access;
import dev.tenrec.stores.access.Caller;
import dev.tenrec.stores.projects.Project;
import dev.tenrec.stores.projects.Projects;

/** Lets a request into the project its path names, {@code @current} being the first. */
public final class ProjectScope {
  private final Access access;
  private final Projects projects;

  public ProjectScope(Access access, Projects projects) {
    this.access = access;
    this.projects = projects;
  }

  /**
   * The project and who asks.
   *
   * @throws ApiException 401, 403 or 404
   */
  public Entered enter(HttpRequest request, PathParameters path, String scope) {
    Caller caller = access.authenticate(request);
    Project project = project(path);
    caller.require(project.id(), scope);
    return new Entered(project, caller);
  }

  private Project project(PathParameters path) {
    return (path.text("project").equals("@current")
            ? projects.list().stream().findFirst()
            : projects.find(path.number("project")))
        .orElseThrow(() -> ApiException.notFound("Project not found."));
  }

  /** A request that was let in. */
  public record Entered(Project project, Caller caller) {}
}
