package dev.tenrec.api.access;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.api.projects.ProjectJson;
import dev.tenrec.api.resource.Page;
import dev.tenrec.http.ApiException;
import dev.tenrec.http.HttpRequest;
import dev.tenrec.http.HttpResponse;
import dev.tenrec.http.Router.Route;
import dev.tenrec.stores.access.Access;
import dev.tenrec.stores.access.Accounts;
import dev.tenrec.stores.access.Caller;
import dev.tenrec.stores.access.User;
import dev.tenrec.stores.projects.Projects;
import java.util.List;

/** Who is signed in, and who may sign in. */
final class UserResource {
  // One deployment belongs to one organization; its id only has to be the same at every call.
  private static final String ORGANIZATION = "00000000-0000-4000-8000-000000000001";
  private static final int OWNER = 15;

  private final Access access;
  private final Accounts accounts;
  private final Projects projects;

  UserResource(Access access, Accounts accounts, Projects projects) {
    this.access = access;
    this.accounts = accounts;
    this.projects = projects;
  }

  List<Route> routes() {
    return List.of(
        new Route("GET", "/api/users/@me", (request, _) -> me(request)),
        new Route("GET", "/api/organizations/@current", (request, _) -> organization(request)),
        new Route("GET", "/api/organizations/@current/members", (request, _) -> members(request)));
  }

  private HttpResponse me(HttpRequest request) {
    Caller caller = access.authenticate(request);
    caller.require("user:read");
    ObjectNode body = basic(caller.user());
    body.set("organization", organizationJson());
    body.set(
        "team",
        projects.list().stream()
            .findFirst()
            .map(ProjectJson::of)
            .orElseThrow(() -> ApiException.notFound("There is no project: create one.")));
    return HttpResponse.json(200, body);
  }

  private HttpResponse organization(HttpRequest request) {
    access.authenticate(request).require("organization:read");
    ObjectNode body = organizationJson();
    var teams = body.putArray("teams");
    projects.list().forEach(project -> teams.add(ProjectJson.of(project)));
    body.set("projects", teams.deepCopy());
    return HttpResponse.json(200, body);
  }

  // Whoever an issue can be assigned to: an installation has one user yet, its owner.
  private HttpResponse members(HttpRequest request) {
    access.authenticate(request).require("organization_member:read");
    return Page.of(request, accounts.owner().stream().toList(), UserResource::member);
  }

  private static ObjectNode member(User user) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("id", user.id()).put("level", OWNER).put("joined_at", user.createdAt().toString());
    body.set("user", basic(user));
    return body;
  }

  static ObjectNode basic(User user) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("id", user.id()).put("uuid", user.id()).put("distinct_id", user.id());
    body.put("email", user.email()).put("first_name", user.name());
    return body;
  }

  private static ObjectNode organizationJson() {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    return body.put("id", ORGANIZATION).put("name", "Tenrec").put("membership_level", OWNER);
  }
}
