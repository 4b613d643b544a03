package dev.tenrec.stores.access;

import dev.tenrec.http.ApiException;
import dev.tenrec.http.HttpRequest;
import java.util.Optional;
import java.util.Set;

/**
 * Tells who sent a request: a program by its personal key ({@code Authorization: Bearer phx_...} or
 * the parameter {@code personal_api_key}), or a person by the console's session cookie.
 *
 * <p>A request that changes something by cookie must carry the header {@code X-Tenrec-Request}: a
 * foreign page cannot set it, so a foreign page cannot act for the person.
 */
public final class Access {
  /** The console's session cookie. */
  public static final String COOKIE = "tenrec_session";

  private static final String GUARD = "x-tenrec-request";
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  private final Accounts accounts;
  private final PersonalKeys keys;

  public Access(Accounts accounts, PersonalKeys keys) {
    this.accounts = accounts;
    this.keys = keys;
  }

  /**
   * Who sent the request.
   *
   * @throws ApiException 401 when nobody known did
   */
  public Caller authenticate(HttpRequest request) {
    Optional<String> key = key(request);
    if (key.isPresent()) {
      return keys.find(key.get())
          .orElseThrow(
              () ->
                  ApiException.authenticationFailed(
                      "The personal API key is invalid: make one under Settings, Personal API"
                          + " keys."));
    }
    User user =
        request
            .cookie(COOKIE)
            .flatMap(accounts::session)
            .orElseThrow(
                () ->
                    ApiException.notAuthenticated(
                        "Authentication credentials were not provided: sign in, or send"
                            + " Authorization: Bearer with a personal API key."));
    if (!READING.contains(request.method()) && request.header(GUARD).isEmpty()) {
      throw ApiException.permissionDenied(
          "A request with the session cookie must carry the header X-Tenrec-Request.");
    }
    return new Caller.Session(user);
  }

  private static Optional<String> key(HttpRequest request) {
    return request
        .header("authorization")
        .filter(value -> value.regionMatches(true, 0, "Bearer ", 0, 7))
        .map(value -> value.substring(7).strip())
        .or(() -> request.parameter("personal_api_key"));
  }
}
