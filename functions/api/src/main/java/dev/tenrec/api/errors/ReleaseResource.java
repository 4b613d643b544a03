package dev.tenrec.api.errors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import dev.tenrec.stores.symbols.Releases;
import java.util.List;

/** Releases, as {@code posthog-cli} makes and finds them. */
final class ReleaseResource {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ProjectScope scope;
  private final Releases releases;

  ReleaseResource(ProjectScope scope, Releases releases) {
    this.scope = scope;
    this.releases = releases;
  }

  List<Route> routes() {
    String all = "/api/projects/{project}/error_tracking/releases";
    return List.of(
        new Route("GET", all, this::list),
        new Route("POST", all, this::create),
        new Route("GET", all + "/hash/{hash}", this::byHash));
  }

  private HttpResponse list(HttpRequest request, PathParameters path) {
    var entered = scope.enter(request, path, ErrorTrackingRoutes.READ);
    return Page.of(request, releases.list(entered.project().id()), ReleaseResource::json);
  }

  private HttpResponse byHash(HttpRequest request, PathParameters path) {
    var entered = scope.enter(request, path, ErrorTrackingRoutes.READ);
    return HttpResponse.json(
        200,
        json(
            releases
                .byHash(entered.project().id(), path.text("hash"))
                .orElseThrow(() -> ApiException.notFound("Not found."))));
  }

  private HttpResponse create(HttpRequest request, PathParameters path) {
    var entered = scope.enter(request, path, ErrorTrackingRoutes.WRITE);
    JsonBody body = JsonBody.of(request);
    String hash = body.text("hash_id");
    String metadata = body.optionalObject("metadata").map(JsonNode::toString).orElse("{}");
    try {
      return releases
          .create(
              entered.project().id(), hash, body.text("project"), body.text("version"), metadata)
          .map(release -> HttpResponse.json(201, json(release)))
          .orElseThrow(
              () ->
                  ApiException.invalid(
                      "hash_id",
                      "release_hash_in_use",
                      "There is a release with the hash " + hash + " already."));
    } catch (IllegalArgumentException unfit) {
      throw ApiException.invalid("hash_id", "invalid", unfit.getMessage() + ".");
    }
  }

  static ObjectNode json(Release release) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("id", release.id().toString()).put("hash_id", release.hash());
    body.put("version", release.version()).put("project", release.name());
    body.put("team_id", release.project()).put("created_at", release.createdAt().toString());
    try {
      body.set("metadata", JSON.readTree(release.metadata()));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("Release " + release.id() + " has no JSON", impossible);
    }
    return body;
  }
}
