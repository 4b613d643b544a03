package dev.tenrec.api;

import dev.tenrec.http.HttpHandler;
import dev.tenrec.http.HttpRequest;
import dev.tenrec.http.HttpResponse;
import dev.tenrec.http.Router;
import dev.tenrec.http.Router.Route;
import java.util.List;

/** Every route of the management API. {@code /api/environments/} means {@code /api/projects/}. */
final class Api implements HttpHandler {
  private static final String ALIAS = "/api/environments/";

  private final Router router;

  /**
   * @param parts the routes of each part of the product
   */
  Api(List<List<Route>> parts) {
    this.router = new Router(parts.stream().flatMap(List::stream).toList());
  }

  @Override
  public HttpResponse handle(HttpRequest request) {
    return router.handle(request.path().startsWith(ALIAS) ? withoutAlias(request) : request);
  }

  private static HttpRequest withoutAlias(HttpRequest request) {
    return new HttpRequest(
        request.method(),
        "/api/projects/" + request.path().substring(ALIAS.length()),
        request.query(),
        request.headers(),
        request.cookies(),
        request.body(),
        request.clientIp());
  }
}
