package dev.tenrec.cloud.front;

import dev.tenrec.cloud.front.RequestPayload.Route;
import dev.tenrec.cloud.web.WebHandler;
import dev.tenrec.cloud.web.WebRequest;
import dev.tenrec.cloud.web.WebResponse;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * An HTTP API: routes to functions. Of the routes that fit, the one that says most counts: plain
 * parts of a path before named ones, those before {@code {proxy+}}, and {@code $default} last.
 */
final class HttpApi implements WebHandler {
  private final String apiId;
  private final List<Target> targets;
  private final Invoker invoker;
  private final Supplier<UUID> ids;
  private final InstantSource clock;

  HttpApi(
      String apiId,
      List<Target> targets,
      Invoker invoker,
      Supplier<UUID> ids,
      InstantSource clock) {
    this.apiId = apiId;
    this.targets = targets.stream().sorted(Comparator.comparing(Target::vagueness)).toList();
    this.invoker = invoker;
    this.ids = ids;
    this.clock = clock;
  }

  /** A route, such as {@code GET /projects/{id}}, and the function behind it. */
  record Target(String routeKey, String function) {
    // The letters sort as routes do: plain, named, greedy, default.
    String vagueness() {
      if (routeKey.equals("$default")) {
        return "~";
      }
      StringBuilder text = new StringBuilder();
      for (String part : path().split("/", -1)) {
        text.append(part.endsWith("+}") ? 'c' : part.startsWith("{") ? 'b' : 'a');
      }
      return text + (routeKey.startsWith("ANY ") ? "b" : "a");
    }

    Optional<Route> match(WebRequest request) {
      if (routeKey.equals("$default")) {
        return Optional.of(Route.DEFAULT);
      }
      String method = routeKey.split(" ", 2)[0];
      if (!method.equals("ANY") && !method.equals(request.method())) {
        return Optional.empty();
      }
      String[] wanted = path().split("/", -1);
      String[] there = request.path().split("/", -1);
      Map<String, String> parameters = new LinkedHashMap<>();
      for (int i = 0; i < wanted.length; i++) {
        boolean more = i < there.length && !there[i].isEmpty();
        if (wanted[i].endsWith("+}") && more) {
          parameters.put(
              wanted[i].substring(1, wanted[i].length() - 2),
              String.join("/", List.of(there).subList(i, there.length)));
          return Optional.of(new Route(routeKey, parameters));
        }
        if (i >= there.length) {
          return Optional.empty();
        }
        if (wanted[i].startsWith("{") && more) {
          parameters.put(wanted[i].substring(1, wanted[i].length() - 1), there[i]);
        } else if (!wanted[i].equals(there[i])) {
          return Optional.empty();
        }
      }
      return there.length == wanted.length
          ? Optional.of(new Route(routeKey, parameters))
          : Optional.empty();
    }

    private String path() {
      return routeKey.substring(routeKey.indexOf(' ') + 1);
    }
  }

  @Override
  public WebResponse handle(WebRequest request) {
    if (request.tooLarge()) {
      return WebResponse.json(413, "{\"message\":\"Request Entity Too Large\"}");
    }
    for (Target target : targets) {
      Optional<Route> route = target.match(request);
      if (route.isPresent()) {
        Map<String, String> headers = new LinkedHashMap<>(request.headers());
        ForwardedHeaders.append(headers, request);
        WebRequest seen =
            new WebRequest(
                request.method(),
                request.path(),
                request.query(),
                headers,
                request.body(),
                false,
                request.remoteAddress());
        return ResponsePayload.read(
            invoker.invoke(
                target.function(),
                RequestPayload.write(
                    seen, apiId, route.get(), ids.get().toString(), clock.instant())));
      }
    }
    return WebResponse.json(404, "{\"message\":\"Not Found\"}");
  }
}
