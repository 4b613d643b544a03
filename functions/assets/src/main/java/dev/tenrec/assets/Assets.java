package dev.tenrec.assets;

import dev.tenrec.http.HttpHandler;
import dev.tenrec.http.HttpRequest;
import dev.tenrec.http.HttpResponse;
import dev.tenrec.remoteconfig.Products;
import dev.tenrec.remoteconfig.RemoteConfig;
import java.util.List;

/**
 * Serves the SDK's scripts, the remote configuration and the console.
 *
 * <p>Guarantees: scripts and configuration can be loaded by pages of every origin; a file is sent
 * in the smallest form that the client accepts, and not at all when the client has it; what may
 * change is never cached for longer than an hour.
 */
final class Assets implements HttpHandler {
  private final Scripts scripts;
  private final ProjectFiles projectFiles;
  private final Console console;

  Assets(PackedFiles files, ProjectLookup projects, Products products) {
    this.scripts = new Scripts(files);
    this.projectFiles = new ProjectFiles(projects, new RemoteConfig(products), files);
    this.console = new Console(files);
  }

  @Override
  public HttpResponse handle(HttpRequest request) {
    return switch (request.method()) {
      case "GET" -> answer(request);
      case "HEAD" -> withoutBody(answer(request));
      case "OPTIONS" -> open(HttpResponse.empty(204), request);
      default -> {
        HttpResponse nothing = HttpResponse.text(404, "Nothing is at " + request.path());
        yield open(nothing, request);
      }
    };
  }

  private HttpResponse answer(HttpRequest request) {
    if (request.path().startsWith(Scripts.PREFIX)) {
      return open(scripts.answer(request), request);
    }
    if (request.path().startsWith(ProjectFiles.PREFIX)) {
      return open(projectFiles.answer(request), request);
    }
    return console.answer(request);
  }

  // Nothing here depends on who asks, so the permission is the same for all and can be cached.
  private static HttpResponse open(HttpResponse response, HttpRequest request) {
    HttpResponse open = response.withHeader("access-control-allow-origin", "*");
    if (!request.method().equals("OPTIONS")) {
      return open;
    }
    return open.withHeader("access-control-allow-methods", "GET, HEAD, OPTIONS")
        .withHeader("access-control-allow-headers", "*")
        .withHeader("access-control-max-age", "86400");
  }

  private static HttpResponse withoutBody(HttpResponse response) {
    return new HttpResponse(response.status(), response.headers(), List.of(), new byte[0]);
  }
}
