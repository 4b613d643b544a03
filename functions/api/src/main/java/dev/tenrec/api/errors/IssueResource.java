package dev.tenrec.api.errors;

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
import dev.tenrec.stores.access.User;
import dev.tenrec.stores.issues.Issue;
import dev.tenrec.stores.issues.Issues;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Issues of error tracking: reading them, what became of them, and who deals with them. */
final class IssueResource {
  private final ProjectScope scope;
  private final Issues issues;
  private final Assignees assignees;

  IssueResource(ProjectScope scope, Issues issues, Assignees assignees) {
    this.scope = scope;
    this.issues = issues;
    this.assignees = assignees;
  }

  List<Route> routes() {
    String all = "/api/projects/{project}/error_tracking/issues";
    return List.of(
        new Route("GET", all, this::list),
        new Route("POST", all + "/bulk", this::bulk),
        new Route("GET", all + "/{id}", this::show),
        new Route("PATCH", all + "/{id}", this::change),
        new Route("PATCH", all + "/{id}/assign", this::assign),
        new Route("POST", all + "/{id}/assign", this::assign));
  }

  private HttpResponse list(HttpRequest request, PathParameters path) {
    var entered = scope.enter(request, path, ErrorTrackingRoutes.READ);
    String wanted = request.parameter("search").orElse("").toLowerCase(Locale.ROOT);
    Optional<Issue.Status> status =
        request.parameter("status").filter(name -> !name.equals("all")).map(IssueResource::status);
    List<Issue> found =
        issues.list(entered.project().id()).stream()
            .filter(issue -> status.isEmpty() || issue.status() == status.get())
            .filter(
                issue ->
                    (issue.name() + "\n" + issue.description())
                        .toLowerCase(Locale.ROOT)
                        .contains(wanted))
            .sorted(Comparator.comparing(Issue::firstSeen).reversed())
            .toList();
    return Page.of(request, found, IssueResource::json);
  }

  private HttpResponse show(HttpRequest request, PathParameters path) {
    var entered = scope.enter(request, path, ErrorTrackingRoutes.READ);
    return answer(issues.find(entered.project().id(), id(path.text("id"))));
  }

  private HttpResponse change(HttpRequest request, PathParameters path) {
    var entered = scope.enter(request, path, ErrorTrackingRoutes.WRITE);
    JsonBody body = JsonBody.of(request);
    Optional<Issue.Status> status = body.optionalText("status").map(IssueResource::status);
    Optional<String> name = body.optionalText("name");
    Optional<String> description = body.optionalText("description");
    UnaryOperator<Issue> assigned =
        body.node().has("assignee")
            ? assigned(body.node().get("assignee"), entered.caller().user())
            : issue -> issue;
    return answer(
        issues.update(
            entered.project().id(),
            id(path.text("id")),
            issue ->
                assigned.apply(
                    issue
                        .withStatus(status.orElse(issue.status()))
                        .withName(name.orElse(issue.name()))
                        .withDescription(description.orElse(issue.description())))));
  }

  private HttpResponse assign(HttpRequest request, PathParameters path) {
    var entered = scope.enter(request, path, ErrorTrackingRoutes.WRITE);
    JsonNode assignee = JsonBody.of(request).node().path("assignee");
    return answer(
        issues.update(
            entered.project().id(),
            id(path.text("id")),
            assigned(assignee, entered.caller().user())));
  }

  private HttpResponse bulk(HttpRequest request, PathParameters path) {
    var entered = scope.enter(request, path, ErrorTrackingRoutes.WRITE);
    JsonBody body = JsonBody.of(request);
    UnaryOperator<Issue> change =
        switch (body.text("action")) {
          case "set_status" -> {
            Issue.Status status = status(body.text("status"));
            yield issue -> issue.withStatus(status);
          }
          case "assign" -> assigned(body.node().path("assignee"), entered.caller().user());
          default ->
              throw ApiException.invalid(
                  "action",
                  "invalid_choice",
                  "\"" + body.text("action") + "\" is not one of set_status, assign.");
        };
    for (UUID id : ids(body)) {
      issues.update(entered.project().id(), id, change);
    }
    return success();
  }

  private UnaryOperator<Issue> assigned(JsonNode assignee, User caller) {
    Optional<Issue.Assignee> who = assignees.find(assignee, caller);
    return issue -> issue.withAssignee(who);
  }

  private static HttpResponse answer(Optional<Issue> issue) {
    return HttpResponse.json(200, json(issue.orElseThrow(IssueResource::missing)));
  }

  static HttpResponse success() {
    return HttpResponse.json(200, JsonNodeFactory.instance.objectNode().put("success", true));
  }

  static List<UUID> ids(JsonBody body) {
    return body.items("ids").stream().map(id -> id(id.asText())).distinct().toList();
  }

  static UUID id(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException notAnId) {
      throw missing();
    }
  }

  static ApiException missing() {
    return ApiException.notFound("Not found.");
  }

  private static Issue.Status status(String name) {
    return Issue.Status.of(name)
        .orElseThrow(
            () ->
                ApiException.invalid(
                    "status",
                    "invalid_choice",
                    "\"" + name + "\" is not one of active, resolved, archived, suppressed."));
  }

  static ObjectNode json(Issue issue) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("id", issue.id().toString()).put("status", issue.status().wireName());
    body.put("name", issue.name()).put("description", issue.description());
    body.put("first_seen", issue.firstSeen().toString());
    body.put("created_at", issue.createdAt().toString());
    issue
        .assignee()
        .ifPresentOrElse(
            who ->
                body.putObject("assignee")
                    .put("id", who.user())
                    .put("type", "user")
                    .put("email", who.email()),
            () -> body.putNull("assignee"));
    body.putArray("external_issues");
    return body.put("version", issue.version());
  }
}
