package dev.tenrec.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the action for a request by method and path. Paths match with and without a trailing slash;
 * an unknown path answers 404, a known path with another method 405.
 *
 * @param routes tried in order
 */
public record Router(List<Route> routes) implements HttpHandler {
  public Router {
    routes = List.copyOf(routes);
  }

  @Override
  public HttpResponse handle(HttpRequest request) {
    String[] segments = request.route().split("/", -1);
    boolean known = false;
    for (Route route : routes) {
      Optional<Map<String, String>> matched = route.match(segments);
      if (matched.isPresent()) {
        if (route.method().equals(request.method())) {
          return route.action().answer(request, new PathParameters(matched.get()));
        }
        known = true;
      }
    }
    throw known
        ? ApiException.methodNotAllowed(request.method())
        : ApiException.notFound("Not found.");
  }

  /** What answers the requests of one route. */
  @FunctionalInterface
  public interface Action {
    HttpResponse answer(HttpRequest request, PathParameters path);
  }

  /**
   * One route.
   *
   * @param method upper case
   * @param pattern a path whose segments in braces match anything, such as {@code
   *     /api/projects/{project}/insights}
   * @param action what answers
   */
  public record Route(String method, String pattern, Action action) {
    Optional<Map<String, String>> match(String[] segments) {
      String[] wanted = pattern.split("/", -1);
      if (wanted.length != segments.length) {
        return Optional.empty();
      }
      Map<String, String> parameters = new LinkedHashMap<>();
      for (int i = 0; i < wanted.length; i++) {
        if (wanted[i].startsWith("{")) {
          parameters.put(wanted[i].substring(1, wanted[i].length() - 1), segments[i]);
        } else if (!wanted[i].equals(segments[i])) {
          return Optional.empty();
        }
      }
      return Optional.of(parameters);
    }
  }
}
