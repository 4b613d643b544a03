package dev.tenrec.http;

import java.util.Optional;

/**
 * Lets the pages of every origin call a handler, with their credentials: the origin and the headers
 * that a page asks for are mirrored. Errors carry the permission too, or the page could not read
 * them.
 *
 * @param methods what pages may use, such as {@code GET, POST, OPTIONS}
 */
public record Cors(String methods) {
  // Browsers remember a permission for at most this long (the strictest of them for two hours).
  private static final String REMEMBER_SECONDS = "86400";

  /** The handler with permissions on every answer. Preflight requests reach it as OPTIONS. */
  public HttpHandler around(HttpHandler handler) {
    return request -> {
      try {
        return allow(request, handler.handle(request));
      } catch (ApiException error) {
        return allow(request, HttpResponse.json(error.status(), error.body()));
      }
    };
  }

  /** The answer with the permission that {@code request} asks for. */
  public HttpResponse allow(HttpRequest request, HttpResponse response) {
    Optional<String> origin = request.header("origin");
    if (origin.isEmpty()) {
      return response.withHeader("access-control-allow-origin", "*");
    }
    HttpResponse allowed =
        response
            .withHeader("access-control-allow-origin", origin.get())
            .withHeader("access-control-allow-credentials", "true")
            .withHeader("vary", vary(response));
    return request.method().equals("OPTIONS") ? preflight(request, allowed) : allowed;
  }

  private static String vary(HttpResponse response) {
    String others = response.headers().getOrDefault("vary", "");
    return others.isEmpty() ? "Origin" : others + ", Origin";
  }

  private HttpResponse preflight(HttpRequest request, HttpResponse response) {
    HttpResponse allowed =
        response
            .withHeader("access-control-allow-methods", methods)
            .withHeader("access-control-max-age", REMEMBER_SECONDS);
    return request
        .header("access-control-request-headers")
        .map(headers -> allowed.withHeader("access-control-allow-headers", headers))
        .orElse(allowed);
  }
}
