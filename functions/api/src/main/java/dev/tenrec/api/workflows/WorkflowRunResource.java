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
import dev.tenrec.workflow.runs.Occasion;
import dev.tenrec.workflow.runs.Run;
import dev.tenrec.workflow.runs.RunJson;
import dev.tenrec.workflow.runs.RunKey;
import dev.tenrec.workflow.runs.RunStarter;
import dev.tenrec.workflow.runs.Runs;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The runs of a workflow: looking at them, ending one, letting one go on that failed, and starting
 * one to see what happens.
 */
final class WorkflowRunResource {
  private static final int NEWEST = 200;
  private static final int ATTEMPTS = 10;
  private static final int MOST_COUNTED = 1_000;
  private static final Duration ACTIVITY = Duration.ofDays(7);

  private final ProjectScope scope;
  private final Definitions definitions;
  private final Runs runs;
  private final Optional<RunStarter> starter;
  private final InstantSource clock;

  WorkflowRunResource(WorkflowRoutes parts) {
    this.scope = parts.scope();
    this.definitions = parts.definitions();
    this.runs = parts.runs();
    this.starter = parts.starter();
    this.clock = parts.clock();
  }

  List<Route> routes() {
    String one = "/api/projects/{project}/workflows/{id}";
    return List.of(
        new Route("GET", "/api/projects/{project}/workflows/activity", this::activity),
        new Route("GET", one + "/runs", this::list),
        new Route("GET", one + "/runs/{run}", this::show),
        new Route("POST", one + "/runs/{run}/cancel", this::cancel),
        new Route("POST", one + "/runs/{run}/retry", this::retry),
        new Route("POST", one + "/test", this::test));
  }

  private HttpResponse list(HttpRequest request, PathParameters path) {
    var entered = scope.enter(request, path, "hog_flow:read");
    List<Run> newest = runs.newest(entered.project().id(), path.number("id"), NEWEST);
    return Page.of(request, newest, RunJson::line);
  }

  /** How each workflow did in the last days. */
  private HttpResponse activity(HttpRequest request, PathParameters path) {
    var entered = scope.enter(request, path, "hog_flow:read");
    long project = entered.project().id();
    Instant since = clock.instant().minus(ACTIVITY);
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("since", since.toString());
    var results = body.putArray("results");
    for (Definition workflow : definitions.list(project, Workflow.KIND)) {
      Runs.Activity activity = runs.activity(project, workflow.id(), since, MOST_COUNTED);
      results
          .addObject()
          .put("workflow", workflow.id())
          .put("runs", activity.runs())
          .put("failed", activity.failed())
          .put("unfinished", activity.unfinished())
          .put("more", activity.more());
    }
    return HttpResponse.json(200, body);
  }

  private HttpResponse show(HttpRequest request, PathParameters path) {
    var entered = scope.enter(request, path, "hog_flow:read");
    return HttpResponse.json(200, RunJson.write(find(key(entered.project().id(), path))));
  }

  private HttpResponse cancel(HttpRequest request, PathParameters path) {
    var entered = scope.enter(request, path, "hog_flow:write");
    RunKey key = key(entered.project().id(), path);
    String why = "Cancelled by " + entered.caller().user().email();
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      Run run = find(key);
      Optional<Run> kept =
          run.ended()
              ? Optional.of(run)
              : runs.save(run, run.ended(Run.Status.CANCELLED, why, clock.instant()));
      if (kept.isPresent()) {
        return HttpResponse.json(200, RunJson.write(kept.get()));
      }
    }
    throw ApiException.conflict("The run changes all the time: try again.");
  }

  private HttpResponse retry(HttpRequest request, PathParameters path) {
    var entered = scope.enter(request, path, "hog_flow:write");
    RunKey key = key(entered.project().id(), path);
    Definition definition = workflow(key.project(), path);
    Run run = find(key);
    if (!run.canGoOn()) {
      throw ApiException.conflict("Only a run that failed at a step can be tried again.");
    }
    return starter()
        .again(run, version(run, definition))
        .map(again -> HttpResponse.json(200, RunJson.write(again)))
        .orElseThrow(() -> ApiException.conflict("The run has changed: look at it again."));
  }

  // As the workflow is now, so that what was put right helps; but not when it has lost the step or
  // reads more of the event than the run has kept.
  private long version(Run run, Definition definition) {
    Workflow now = WorkflowKind.compile(definition.body());
    boolean reads =
        definitions
            .at(run.key().project(), Workflow.KIND, definition.id(), run.workflowVersion())
            .map(then -> WorkflowKind.compile(then.body()).references())
            .filter(then -> then.containsAll(now.references()))
            .isPresent();
    return reads && now.nodes().containsKey(run.step())
        ? definition.version()
        : run.workflowVersion();
  }

  private Definition workflow(long project, PathParameters path) {
    return definitions
        .find(project, Workflow.KIND, path.number("id"))
        .orElseThrow(() -> ApiException.notFound("Not found."));
  }

  private RunStarter starter() {
    return starter.orElseThrow(
        () ->
            ApiException.conflict(
                "Workflows are switched off: add \"workflows\" to the products."));
  }

  private HttpResponse test(HttpRequest request, PathParameters path) {
    var entered = scope.enter(request, path, "hog_flow:write");
    Definition definition = workflow(entered.project().id(), path);
    RunStarter starter = starter();
    Workflow workflow = WorkflowKind.compile(definition.body());
    JsonBody body = JsonBody.of(request);
    ObjectNode event = body.optionalObject("event").orElseGet(JsonNodeFactory.instance::objectNode);
    Run run =
        starter.test(
            entered.project(),
            definition.id(),
            definition.version(),
            workflow,
            occasion(event, workflow));
    return HttpResponse.json(201, RunJson.write(run));
  }

  private Occasion occasion(ObjectNode event, Workflow workflow) {
    String name = workflow.trigger().events().keySet().stream().sorted().findFirst().orElse("");
    return new Occasion(
        event.path("uuid").asText(UUID.randomUUID().toString()),
        event.path("event").asText(name),
        event.path("distinct_id").asText("test"),
        event.path("timestamp").asText(clock.instant().toString()),
        object(event.path("properties"), "event__properties"),
        event.path("person").path("id").asText(""),
        object(event.path("person").path("properties"), "event__person__properties"));
  }

  private static ObjectNode object(JsonNode json, String attribute) {
    if (json.isMissingNode() || json.isNull()) {
      return JsonNodeFactory.instance.objectNode();
    }
    if (json instanceof ObjectNode object) {
      return object;
    }
    throw ApiException.invalid(attribute, "invalid", "Must be an object.");
  }

  private Run find(RunKey key) {
    return runs.find(key).orElseThrow(() -> ApiException.notFound("Not found."));
  }

  private static RunKey key(long project, PathParameters path) {
    try {
      return new RunKey(project, path.number("id"), UUID.fromString(path.text("run")));
    } catch (IllegalArgumentException noId) {
      throw ApiException.notFound("Not found.");
    }
  }
}
