package dev.tenrec.query.function;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.http.ApiException;
import dev.tenrec.http.HttpHandler;
import dev.tenrec.http.HttpRequest;
import dev.tenrec.http.HttpResponse;
import dev.tenrec.http.JsonBody;
import dev.tenrec.http.PathParameters;
import dev.tenrec.http.Router;
import dev.tenrec.http.Router.Route;
import dev.tenrec.query.engine.QueryEngine;
import dev.tenrec.stores.access.Access;
import dev.tenrec.stores.access.Caller;
import dev.tenrec.stores.projects.Project;
import dev.tenrec.stores.projects.ProjectDirectory;
import java.time.InstantSource;
import java.util.List;

/**
 * Answers queries of a project. A query at fault is answered with what is wrong and where, and
 * costs no other query anything.
 */
final class QueryEndpoint implements HttpHandler {
  private final Access access;
  private final ProjectDirectory projects;
  private final QueryEngine engine;
  private final IssueIndex issues;
  private final InstantSource clock;
  private final Router router;

  QueryEndpoint(
      Access access,
      ProjectDirectory projects,
      QueryEngine engine,
      IssueIndex issues,
      InstantSource clock) {
    this.access = access;
    this.projects = projects;
    this.engine = engine;
    this.issues = issues;
    this.clock = clock;
    List<Route> routes =
        List.of("projects", "environments").stream()
            .map(scope -> "/api/" + scope + "/{project}/query")
            .flatMap(path -> routes(path).stream())
            .toList();
    this.router = new Router(routes);
  }

  @Override
  public HttpResponse handle(HttpRequest request) {
    return router.handle(request);
  }

  private List<Route> routes(String path) {
    return List.of(
        new Route("POST", path, this::answer),
        new Route("POST", path + "/{kind}", this::answer),
        new Route("GET", path + "/{id}", this::status));
  }

  private HttpResponse answer(HttpRequest request, PathParameters path) {
    Project project = enter(request, path);
    ObjectNode query =
        JsonBody.of(request)
            .optionalObject("query")
            .orElseThrow(
                () -> ApiException.invalid("query", "required", "This field is required."));
    ProjectReader reader = new ProjectReader(project, engine, clock.instant());
    return Mistakes.answered(() -> new Kinds(reader, issues).answer(query));
  }

  // Every query is answered at once, so there is never one to ask after.
  private HttpResponse status(HttpRequest request, PathParameters path) {
    enter(request, path);
    throw ApiException.notFound(
        "Query " + path.text("id") + " is not known: queries are answered at once.");
  }

  private Project enter(HttpRequest request, PathParameters path) {
    Caller caller = access.authenticate(request);
    long id = path.text("project").equals("@current") ? 1 : path.number("project");
    Project project =
        projects.byId(id).orElseThrow(() -> ApiException.notFound("Project not found."));
    caller.require(project.id(), "query:read");
    return project;
  }
}
