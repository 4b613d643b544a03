package dev.tenrec.api.access;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.api.projects.FirstProject;
import dev.tenrec.http.ApiException;
import dev.tenrec.http.HttpRequest;
import dev.tenrec.http.HttpResponse;
import dev.tenrec.http.JsonBody;
import dev.tenrec.http.Router.Route;
import dev.tenrec.stores.access.Accounts;
import dev.tenrec.stores.access.User;
import dev.tenrec.stores.projects.Projects;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;

/**
 * The first run: whoever comes first becomes the owner, with the setup code where the deployment
 * asks for one. Once there is an owner nothing can be set up again.
 */
final class SetupResource {
  private final Accounts accounts;
  private final Projects projects;
  private final String setupCode;

  SetupResource(Accounts accounts, Projects projects, String setupCode) {
    this.accounts = accounts;
    this.projects = projects;
    this.setupCode = setupCode;
  }

  List<Route> routes() {
    return List.of(
        new Route("GET", "/api/setup", (_, _) -> show()),
        new Route("POST", "/api/setup", (request, _) -> setUp(request)));
  }

  private HttpResponse show() {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("owner_exists", accounts.ownerExists());
    body.put("setup_code_required", !setupCode.isEmpty());
    return HttpResponse.json(200, body);
  }

  private HttpResponse setUp(HttpRequest request) {
    JsonBody body = JsonBody.of(request);
    requireCode(body.optionalText("setup_code").orElse(""));
    Optional<User> owner;
    try {
      owner = accounts.createOwner(body.text("email"), body.text("name"), body.text("password"));
    } catch (IllegalArgumentException invalid) {
      String message = invalid.getMessage();
      throw ApiException.invalid(message.substring(0, message.indexOf(' ')), "invalid", message);
    }
    if (owner.isEmpty()) {
      throw ApiException.conflict("This deployment has an owner already: sign in instead.");
    }
    FirstProject.ensure(projects);
    return SessionResource.opened(accounts, owner.get(), request, 201);
  }

  private void requireCode(String given) {
    if (!setupCode.isEmpty()
        && !MessageDigest.isEqual(
            setupCode.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8))) {
      throw ApiException.invalid(
          "setup_code",
          "invalid",
          "The setup code is wrong: it was printed when Tenrec was deployed.");
    }
  }
}
