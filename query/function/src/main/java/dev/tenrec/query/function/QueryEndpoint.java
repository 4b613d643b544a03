package dev.tenrec.query.function;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.http.ApiException;
import dev.tenrec.http.HttpHandler;
import dev.tenrec.http.HttpRequest;
import dev.tenrec.http.HttpResponse;
import dev.tenrec.http.JsonBody;
import dev.tenrec.http.PathParameters;
import dev.tenrec.http.Router;
import dev.tenrec.http.Router.Route;
import dev.tenrec.query.engine.cache.CachedEngine;
import dev.tenrec.query.function.results.Delivery;
import dev.tenrec.query.function.results.ResultObjects;
import dev.tenrec.stores.access.Access;
import dev.tenrec.stores.access.Caller;
import dev.tenrec.stores.projects.Project;
import dev.tenrec.stores.projects.ProjectDirectory;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * Answers queries of a project. A query at fault is answered with what is wrong and where, and
 * costs no other query anything.
 */
final class QueryEndpoint implements HttpHandler {
  private final Access access;
  private final ProjectDirectory projects;
  private final CachedEngine engine;
  private final IssueIndex issues;
  private final Statuses statuses;
  private final Delivery delivery;
  private final InstantSource clock;
  private final Router router;

  QueryEndpoint(
      Access access,
      ProjectDirectory projects,
      CachedEngine engine,
      IssueIndex issues,
      ResultObjects objects,
      InstantSource clock) {
    this.access = access;
    this.projects = projects;
    this.engine = engine;
    this.issues = issues;
    this.statuses = new Statuses(objects);
    this.delivery = new Delivery(objects);
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
        new Route("POST", path + "/check_auth_for_async", this::checked),
        new Route("POST", path + "/upgrade", this::upgraded),
        new Route("POST", path + "/{kind}", this::answer),
        new Route("GET", path + "/{id}", this::status),
        new Route("DELETE", path + "/{id}", this::cancelled));
  }

  private HttpResponse answer(HttpRequest request, PathParameters path) {
    Project project = enter(request, path);
    Asked asked = Asked.of(request);
    Instant now = clock.instant();
    ProjectReader reader =
        new ProjectReader(
            project,
            asked.refresh().computesAgain() ? engine.recomputing() : engine,
            asked.limits(),
            now);
    HttpResponse answer =
        Mistakes.answered(
            () -> {
              ObjectNode made =
                  Freshness.describe(
                      new Kinds(reader, issues).answer(asked.query()), reader, asked);
              return asked.csv()
                  ? csv(made)
                  : HttpResponse.json(200, reported(made, asked, reader));
            });
    return delivery.deliver(project.id(), request, answer);
  }

  private ObjectNode reported(ObjectNode answer, Asked asked, ProjectReader reader) {
    return asked.refresh().reportsStatus()
        ? statuses.complete(
            reader.context().project(), asked.id(), answer, reader.now(), clock.instant())
        : answer;
  }

  private static HttpResponse csv(ObjectNode answer) {
    if (!Csv.fits(answer)) {
      throw ApiException.invalid(
          "query",
          "invalid",
          "The answer to this kind of query has no rows: ask without Accept: text/csv.");
    }
    return Csv.of(answer);
  }

  private HttpResponse status(HttpRequest request, PathParameters path) {
    Project project = enter(request, path);
    return delivery.deliver(
        project.id(),
        request,
        HttpResponse.json(200, statuses.find(project.id(), path.text("id"))));
  }

  // Whoever cancels a query that is answered already has nothing to wait for.
  private HttpResponse cancelled(HttpRequest request, PathParameters path) {
    enter(request, path);
    return HttpResponse.json(
        200, JsonNodeFactory.instance.objectNode().put("message", "The query is over already."));
  }

  private HttpResponse checked(HttpRequest request, PathParameters path) {
    enter(request, path);
    return HttpResponse.json(200, JsonNodeFactory.instance.objectNode().put("user", "ok"));
  }

  // There is one version of each query, the newest.
  private HttpResponse upgraded(HttpRequest request, PathParameters path) {
    enter(request, path);
    ObjectNode query =
        JsonBody.of(request)
            .optionalObject("query")
            .orElseThrow(
                () -> ApiException.invalid("query", "required", "This field is required."));
    return HttpResponse.json(200, JsonNodeFactory.instance.objectNode().set("query", query));
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
