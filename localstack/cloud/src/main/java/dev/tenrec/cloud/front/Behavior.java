package dev.tenrec.cloud.front;

import static java.util.Objects.requireNonNull;

import dev.tenrec.cloud.web.WebRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What a distribution does with the requests of a path pattern.
 *
 * @param methods those it lets pass
 * @param cache what the cache key passes on
 * @param request what the origin request policy passes on
 */
record Behavior(
    PathPattern pattern, Origin origin, Set<String> methods, Forwarding cache, Forwarding request) {
  // CloudFront passes on what describes the body, whatever the policies say.
  private static final Set<String> ALWAYS =
      Set.of(
          "content-type",
          "content-length",
          "content-encoding",
          "content-language",
          "date",
          "if-match",
          "if-modified-since",
          "if-none-match",
          "if-range",
          "if-unmodified-since",
          "range");

  Behavior {
    requireNonNull(pattern, "pattern is null");
    requireNonNull(origin, "origin is null");
    requireNonNull(cache, "cache is null");
    requireNonNull(request, "request is null");
    methods = Set.copyOf(methods);
  }

  /** The request as the origin sees it. */
  WebRequest forward(WebRequest viewer, String requestId) {
    Map<String, String> headers = new LinkedHashMap<>();
    viewer
        .headers()
        .forEach(
            (name, value) -> {
              if (name.equals("cookie")) {
                String cookies = Forwarding.cookies(cache, request, value);
                if (!cookies.isEmpty()) {
                  headers.put(name, cookies);
                }
              } else if (ALWAYS.contains(name)
                  || name.equals("x-forwarded-for")
                  || cache.headers().takes(name)
                  || request.headers().takes(name)) {
                headers.put(name, value);
              }
            });
    headers.putIfAbsent("host", origin.domain());
    headers.putIfAbsent("user-agent", "Amazon CloudFront");
    headers.put("via", "1.1 local.cloudfront.net (CloudFront)");
    headers.put("x-amz-cf-id", requestId);
    ForwardedHeaders.append(headers, viewer);
    headers.putAll(origin.headers());
    return new WebRequest(
        viewer.method(),
        origin.path() + viewer.path(),
        Forwarding.query(cache, request, viewer.query()),
        headers,
        viewer.body(),
        viewer.tooLarge(),
        viewer.remoteAddress());
  }
}
