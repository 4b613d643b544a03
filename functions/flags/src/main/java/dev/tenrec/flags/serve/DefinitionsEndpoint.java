package dev.tenrec.flags.serve;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.http.ApiException;
import dev.tenrec.http.HttpHandler;
import dev.tenrec.http.HttpRequest;
import dev.tenrec.http.HttpResponse;
import dev.tenrec.stores.access.Access;
import dev.tenrec.stores.access.Caller;
import dev.tenrec.stores.projects.Project;
import dev.tenrec.stores.projects.ProjectDirectory;

/**
 * The definitions that server SDKs poll to evaluate flags themselves. Their version is the ETag, so
 * that a poll without a change moves nothing.
 */
final class DefinitionsEndpoint implements HttpHandler {
  private final Access access;
  private final ProjectDirectory projects;
  private final ProjectFlags flags;

  DefinitionsEndpoint(Access access, ProjectDirectory projects, ProjectFlags flags) {
    this.access = access;
    this.projects = projects;
    this.flags = flags;
  }

  @Override
  public HttpResponse handle(HttpRequest request) {
    if (!request.method().equals("GET")) {
      throw ApiException.methodNotAllowed(request.method());
    }
    Caller caller = access.authenticate(request);
    Project project =
        request
            .parameter("token")
            .flatMap(projects::byToken)
            .orElseThrow(
                () ->
                    ApiException.notAuthenticated(
                        "The token is missing or unknown: send your project's token as the"
                            + " parameter token, it begins with phc_"));
    caller.require(project.id(), "feature_flag:read");
    ProjectFlags.Compiled compiled = flags.of(project.id());
    String etag =
        "W/\"%d-%d-%d\"".formatted(project.id(), compiled.version(), compiled.groupTypes().size());
    HttpResponse response =
        request.header("if-none-match").filter(etag::equals).isPresent()
            ? HttpResponse.empty(304)
            : HttpResponse.json(200, body(compiled));
    return response
        .withHeader("etag", etag)
        .withHeader("cache-control", "private, must-revalidate");
  }

  private static ObjectNode body(ProjectFlags.Compiled compiled) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    var list = body.putArray("flags");
    compiled.definitions().forEach(definition -> list.add(definition.deepCopy()));
    ObjectNode types = body.putObject("group_type_mapping");
    compiled.groupTypes().forEach((index, name) -> types.put(index.toString(), name));
    body.putObject("cohorts");
    return body;
  }
}
