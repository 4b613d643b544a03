package dev.tenrec.api.access;

import dev.tenrec.http.ApiException;
import dev.tenrec.http.HttpRequest;
import dev.tenrec.http.HttpResponse;
import dev.tenrec.http.JsonBody;
import dev.tenrec.http.Router.Route;
import dev.tenrec.stores.access.Access;
import dev.tenrec.stores.access.Accounts;
import dev.tenrec.stores.access.User;
import java.util.List;

/** Signing in and out of the console. */
final class SessionResource {
  private final Accounts accounts;

  SessionResource(Accounts accounts) {
    this.accounts = accounts;
  }

  List<Route> routes() {
    return List.of(
        new Route("POST", "/api/login", (request, _) -> signIn(request)),
        new Route("POST", "/api/logout", (request, _) -> signOut(request)));
  }

  private HttpResponse signIn(HttpRequest request) {
    JsonBody body = JsonBody.of(request);
    User user =
        accounts
            .signIn(body.text("email"), body.text("password"))
            .orElseThrow(
                () ->
                    ApiException.notAuthenticated(
                        "No user has this address and password: check both."));
    return opened(accounts, user, request, 200);
  }

  private HttpResponse signOut(HttpRequest request) {
    request.cookie(Access.COOKIE).ifPresent(accounts::closeSession);
    return HttpResponse.empty(204).withCookie(cookie("", 0, request));
  }

  static HttpResponse opened(Accounts accounts, User user, HttpRequest request, int status) {
    String cookie =
        cookie(accounts.openSession(user), Accounts.SESSION_LENGTH.toSeconds(), request);
    return HttpResponse.json(status, UserResource.basic(user)).withCookie(cookie);
  }

  // A Secure cookie would be dropped by browsers on the plain HTTP of a local cloud.
  private static String cookie(String value, long seconds, HttpRequest request) {
    boolean plain = request.header("x-forwarded-proto").orElse("https").equals("http");
    return "%s=%s; Path=/; Max-Age=%d; HttpOnly; SameSite=Lax%s"
        .formatted(Access.COOKIE, value, seconds, plain ? "" : "; Secure");
  }
}
