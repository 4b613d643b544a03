package dev.tenrec.flags.serve;

import dev.tenrec.http.ApiException;
import dev.tenrec.http.HttpHandler;
import dev.tenrec.http.HttpRequest;
import dev.tenrec.http.HttpResponse;
import dev.tenrec.stores.projects.Project;
import java.util.Arrays;

/**
 * The definitions that server SDKs poll to evaluate flags themselves. What they are made of is the
 * ETag, so that a poll without a change moves nothing.
 */
final class DefinitionsEndpoint implements HttpHandler {
  private static final String METHODS = "GET, HEAD, OPTIONS";

  private final KeyHolder keys;
  private final ProjectFlags flags;

  DefinitionsEndpoint(KeyHolder keys, ProjectFlags flags) {
    this.keys = keys;
    this.flags = flags;
  }

  @Override
  public HttpResponse handle(HttpRequest request) {
    return switch (request.method()) {
      case "GET" -> definitions(request);
      case "HEAD" -> HttpResponse.empty(200);
      case "OPTIONS" -> HttpResponse.empty(204).withHeader("allow", METHODS);
      default -> throw ApiException.methodNotAllowed(request.method());
    };
  }

  private HttpResponse definitions(HttpRequest request) {
    Project project = keys.byToken(request);
    ProjectFlags.Compiled compiled = flags.of(project.id());
    boolean withCohorts = request.parameter("send_cohorts").isPresent();
    String etag = etag(project, compiled.version(), withCohorts);
    HttpResponse response =
        isKnown(request, etag)
            ? HttpResponse.empty(304)
            : HttpResponse.json(200, new PublishedDefinitions(compiled).body(withCohorts));
    return response
        .withHeader("etag", etag)
        .withHeader("cache-control", "private, must-revalidate");
  }

  private static String etag(Project project, ProjectFlags.Version version, boolean withCohorts) {
    return "W/\"%d-%d-%d-%d%s\""
        .formatted(
            project.id(),
            version.flags(),
            version.cohorts(),
            version.groupTypes().size(),
            withCohorts ? "-c" : "");
  }

  private static boolean isKnown(HttpRequest request, String etag) {
    return request.header("if-none-match").stream()
        .flatMap(list -> Arrays.stream(list.split(",")))
        .map(String::strip)
        .anyMatch(known -> known.equals("*") || opaque(known).equals(opaque(etag)));
  }

  private static String opaque(String etag) {
    return etag.startsWith("W/") ? etag.substring(2) : etag;
  }
}
