package dev.tenrec.flags.serve;

import dev.tenrec.http.ApiException;
import dev.tenrec.http.HttpRequest;
import dev.tenrec.stores.access.Access;
import dev.tenrec.stores.access.Caller;
import dev.tenrec.stores.access.ProjectSecrets;
import dev.tenrec.stores.projects.Project;
import dev.tenrec.stores.projects.ProjectDirectory;
import java.util.Optional;

/**
 * Lets servers read flag definitions: with the project's secret key ({@code phs_...}), or with a
 * personal key that may read flags.
 */
final class KeyHolder {
  private static final String SCOPE = "feature_flag:read";
  private static final String TOKEN_HEADER = "x-posthog-project-api-key";

  private final Access access;
  private final ProjectSecrets secrets;
  private final ProjectDirectory projects;

  KeyHolder(Access access, ProjectSecrets secrets, ProjectDirectory projects) {
    this.access = access;
    this.secrets = secrets;
    this.projects = projects;
  }

  /**
   * The project whose public token is in the parameter {@code token}, or in the header {@code
   * X-PostHog-Project-Api-Key} as posthog-rs sends it. With a secret key, which is one project's,
   * the token may be left out.
   *
   * @throws ApiException 401 or 403
   */
  Project byToken(HttpRequest request) {
    Optional<String> token = request.parameter("token").or(() -> request.header(TOKEN_HEADER));
    Optional<String> secret = secret(request);
    if (secret.isPresent()) {
      long owner = owner(secret.get());
      return (token.isPresent() ? token.flatMap(projects::byToken) : projects.byId(owner))
          .filter(project -> project.id() == owner)
          .orElseThrow(KeyHolder::wrongSecret);
    }
    var caller = access.authenticate(request);
    Project project =
        token
            .flatMap(projects::byToken)
            .orElseThrow(
                () ->
                    ApiException.notAuthenticated(
                        "The token is missing or unknown: send your project's token as the"
                            + " parameter token, it begins with phc_"));
    caller.require(project.id(), SCOPE);
    return project;
  }

  /**
   * The project that a path names by its id; with the parameter {@code token} that one's, whatever
   * the path says.
   *
   * @throws ApiException 401, 403 or 404
   */
  Project byPath(HttpRequest request, String segment) {
    Optional<String> secret = secret(request);
    if (request.parameter("token").isPresent()
        || (secret.isPresent() && segment.equals("@current"))) {
      return byToken(request);
    }
    Optional<Caller> caller =
        secret.isPresent() ? Optional.empty() : Optional.of(access.authenticate(request));
    Project project =
        Optional.of(segment)
            .filter(text -> text.matches("[0-9]{1,15}"))
            .flatMap(text -> projects.byId(Long.parseLong(text)))
            .orElseThrow(() -> ApiException.notFound("Project not found."));
    caller.ifPresent(known -> known.require(project.id(), SCOPE));
    if (secret.isPresent() && owner(secret.get()) != project.id()) {
      throw ApiException.permissionDenied("The secret key is another project's.");
    }
    return project;
  }

  private long owner(String secret) {
    return secrets.project(secret).orElseThrow(KeyHolder::wrongSecret);
  }

  private static Optional<String> secret(HttpRequest request) {
    return request
        .header("authorization")
        .filter(value -> value.regionMatches(true, 0, "Bearer phs_", 0, 11))
        .map(value -> value.substring(7).strip());
  }

  private static ApiException wrongSecret() {
    return ApiException.authenticationFailed(
        "The secret key is invalid or another project's: make one under Settings, Project.");
  }
}
