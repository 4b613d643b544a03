package dev.tenrec.api.errors;

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
import dev.tenrec.stores.symbols.Release;
import dev.tenrec.stores.symbols.SymbolSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** The source maps that were uploaded: looking at them, fetching them, and removing them. */
final class SymbolSetResource {
  private final ProjectScope scope;
  private final ErrorTrackingRoutes errors;

  SymbolSetResource(ErrorTrackingRoutes errors) {
    this.scope = errors.scope();
    this.errors = errors;
  }

  List<Route> routes() {
    String all = "/api/projects/{project}/error_tracking/symbol_sets";
    return List.of(
        new Route("GET", all, this::list),
        new Route("POST", all + "/bulk_delete", this::bulkDelete),
        new Route("GET", all + "/{id}", this::show),
        new Route("DELETE", all + "/{id}", this::delete),
        new Route("GET", all + "/{id}/download", this::download));
  }

  private HttpResponse list(HttpRequest request, PathParameters path) {
    var entered = scope.enter(request, path, ErrorTrackingRoutes.READ);
    long project = entered.project().id();
    Optional<String> ref = request.parameter("ref");
    String wanted = request.parameter("search").orElse("").toLowerCase(Locale.ROOT);
    // Only what was uploaded is listed, and that is valid.
    boolean none = request.parameter("status").filter("invalid"::equals).isPresent();
    List<SymbolSet> found =
        none
            ? List.of()
            : errors.symbolSets().list(project).stream()
                .filter(set -> ref.isEmpty() || set.chunk().equals(ref.get()))
                .filter(set -> set.chunk().toLowerCase(Locale.ROOT).contains(wanted))
                .toList();
    return Page.of(request, found, this::json);
  }

  private HttpResponse show(HttpRequest request, PathParameters path) {
    var entered = scope.enter(request, path, ErrorTrackingRoutes.READ);
    return HttpResponse.json(200, json(find(entered.project().id(), path)));
  }

  private HttpResponse download(HttpRequest request, PathParameters path) {
    var entered = scope.enter(request, path, ErrorTrackingRoutes.READ);
    SymbolSet set = find(entered.project().id(), path);
    return HttpResponse.json(
        200,
        JsonNodeFactory.instance
            .objectNode()
            .put("url", errors.uploads().downloadUrl(set.objectKey())));
  }

  private HttpResponse delete(HttpRequest request, PathParameters path) {
    var entered = scope.enter(request, path, ErrorTrackingRoutes.WRITE);
    remove(find(entered.project().id(), path));
    return HttpResponse.empty(204);
  }

  private HttpResponse bulkDelete(HttpRequest request, PathParameters path) {
    var entered = scope.enter(request, path, ErrorTrackingRoutes.WRITE);
    int deleted = 0;
    for (UUID id : IssueResource.ids(JsonBody.of(request))) {
      Optional<SymbolSet> set = errors.symbolSets().find(entered.project().id(), id);
      set.ifPresent(this::remove);
      deleted += set.isPresent() ? 1 : 0;
    }
    return HttpResponse.json(200, JsonNodeFactory.instance.objectNode().put("deleted", deleted));
  }

  private void remove(SymbolSet set) {
    errors.symbolSets().delete(set.project(), set.chunk());
    errors.uploads().delete(set.objectKey());
  }

  private SymbolSet find(long project, PathParameters path) {
    return errors
        .symbolSets()
        .find(project, IssueResource.id(path.text("id")))
        .orElseThrow(() -> ApiException.notFound("Not found."));
  }

  private ObjectNode json(SymbolSet set) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("id", set.id().toString()).put("ref", set.chunk()).put("team_id", set.project());
    body.put("created_at", set.createdAt().toString()).put("storage_ptr", set.objectKey());
    body.put("content_hash", set.contentHash()).put("uploaded", set.uploaded());
    body.putNull("failure_reason");
    Optional<Release> release =
        set.release().flatMap(id -> errors.releases().find(set.project(), UUID.fromString(id)));
    release.ifPresentOrElse(
        found -> body.set("release", ReleaseResource.json(found)), () -> body.putNull("release"));
    return body;
  }
}
