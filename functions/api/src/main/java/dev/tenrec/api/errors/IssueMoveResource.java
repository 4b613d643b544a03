package dev.tenrec.api.errors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.api.resource.Page;
import dev.tenrec.api.resource.ProjectScope;
import dev.tenrec.events.FingerprintMove;
import dev.tenrec.events.FingerprintMoves;
import dev.tenrec.http.ApiException;
import dev.tenrec.http.HttpRequest;
import dev.tenrec.http.HttpResponse;
import dev.tenrec.http.JsonBody;
import dev.tenrec.http.PathParameters;
import dev.tenrec.http.Router.Route;
import dev.tenrec.stores.issues.Issue;
import dev.tenrec.stores.issues.IssueFingerprint;
import dev.tenrec.stores.issues.IssueMoves;
import dev.tenrec.stores.issues.Issues;
import dev.tenrec.stores.table.LostConditionException;
import dev.tenrec.streams.EnvelopeStream;
import dev.tenrec.streams.StreamUnavailableException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Merges issues, takes them apart, and lists what they are made of. The lake is told after the
 * issues have changed; when it cannot be told, the answer is 503 and the same request makes it
 * good.
 */
final class IssueMoveResource {
  private final ProjectScope scope;
  private final Issues issues;
  private final EnvelopeStream processed;

  IssueMoveResource(ProjectScope scope, Issues issues, EnvelopeStream processed) {
    this.scope = scope;
    this.issues = issues;
    this.processed = processed;
  }

  List<Route> routes() {
    String all = "/api/projects/{project}/error_tracking";
    return List.of(
        new Route("POST", all + "/issues/{id}/merge", this::merge),
        new Route("POST", all + "/issues/{id}/split", this::split),
        new Route("GET", all + "/fingerprints", this::fingerprints));
  }

  private HttpResponse merge(HttpRequest request, PathParameters path) {
    Issue target = enter(request, path);
    var others = new LinkedHashSet<>(IssueResource.ids(JsonBody.of(request)));
    tell(target.project(), move(() -> issues.moves().merge(target, others)));
    return IssueResource.success();
  }

  private HttpResponse split(HttpRequest request, PathParameters path) {
    Issue issue = enter(request, path);
    Map<String, IssueMoves.Naming> names = new LinkedHashMap<>();
    for (JsonNode item : JsonBody.of(request).items("fingerprints")) {
      names.put(
          item.isTextual() ? item.textValue() : item.path("fingerprint").asText(""),
          new IssueMoves.Naming(text(item, "name"), text(item, "description")));
    }
    if (names.isEmpty()) {
      throw ApiException.invalid("fingerprints", "required", "This field is required.");
    }
    List<IssueFingerprint> moved;
    try {
      moved = move(() -> issues.moves().split(issue, names));
    } catch (IllegalArgumentException nothingLeft) {
      throw ApiException.invalid("fingerprints", "invalid", nothingLeft.getMessage() + ".");
    }
    tell(issue.project(), moved);
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("success", true);
    var made = body.putArray("new_issue_ids");
    moved.forEach(fingerprint -> made.add(fingerprint.issue().toString()));
    return HttpResponse.json(200, body);
  }

  private HttpResponse fingerprints(HttpRequest request, PathParameters path) {
    var entered = scope.enter(request, path, ErrorTrackingRoutes.READ);
    long project = entered.project().id();
    List<IssueFingerprint> found =
        request
            .parameter("issue_id")
            .map(IssueResource::id)
            .map(id -> issues.fingerprints(project, id))
            .orElseGet(() -> issues.fingerprints(project));
    return Page.of(
        request,
        found,
        fingerprint ->
            JsonNodeFactory.instance
                .objectNode()
                .put("fingerprint", fingerprint.value())
                .put("issue_id", fingerprint.issue().toString())
                .put("created_at", fingerprint.changedAt().toString()));
  }

  private Issue enter(HttpRequest request, PathParameters path) {
    var entered = scope.enter(request, path, ErrorTrackingRoutes.WRITE);
    return issues
        .find(entered.project().id(), IssueResource.id(path.text("id")))
        .orElseThrow(IssueResource::missing);
  }

  private static List<IssueFingerprint> move(Supplier<List<IssueFingerprint>> change) {
    try {
      return change.get();
    } catch (LostConditionException others) {
      throw ApiException.conflict("Somebody else merges or splits this issue now: try again.");
    }
  }

  private void tell(long project, List<IssueFingerprint> moved) {
    if (moved.isEmpty()) {
      return;
    }
    try {
      processed.put(
          List.of(
              new FingerprintMoves(
                  project,
                  moved.stream()
                      .map(
                          each ->
                              new FingerprintMove(
                                  each.value(), each.issue(), each.version(), each.changedAt()))
                      .toList())));
    } catch (StreamUnavailableException failure) {
      throw ApiException.unavailable(
          "The issues have changed, but the lake could not be told: send the request again.");
    }
  }

  private static Optional<String> text(JsonNode item, String field) {
    return Optional.ofNullable(item.path(field).textValue()).filter(value -> !value.isBlank());
  }
}
