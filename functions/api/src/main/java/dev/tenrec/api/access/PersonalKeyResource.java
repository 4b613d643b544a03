package dev.tenrec.api.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.api.resource.Page;
import dev.tenrec.http.ApiException;
import dev.tenrec.http.HttpRequest;
import dev.tenrec.http.HttpResponse;
import dev.tenrec.http.JsonBody;
import dev.tenrec.http.PathParameters;
import dev.tenrec.http.Router.Route;
import dev.tenrec.stores.access.Access;
import dev.tenrec.stores.access.Caller;
import dev.tenrec.stores.access.PersonalKey;
import dev.tenrec.stores.access.PersonalKeys;
import dev.tenrec.stores.access.User;
import java.util.List;

/**
 * Personal API keys. Only a signed-in person may make or end them: a leaked key must not be able to
 * make itself a successor.
 */
final class PersonalKeyResource {
  private static final int MOST_KEYS = 10;

  private final Access access;
  private final PersonalKeys keys;

  PersonalKeyResource(Access access, PersonalKeys keys) {
    this.access = access;
    this.keys = keys;
  }

  List<Route> routes() {
    String all = "/api/personal_api_keys";
    return List.of(
        new Route("GET", all + "/@current", (request, _) -> current(request)),
        new Route("GET", all, (request, _) -> list(request)),
        new Route("POST", all, (request, _) -> create(request)),
        new Route("DELETE", all + "/{id}", this::delete));
  }

  private HttpResponse current(HttpRequest request) {
    return switch (access.authenticate(request)) {
      case Caller.Key(_, PersonalKey key) -> HttpResponse.json(200, json(key));
      case Caller.Session _ ->
          throw ApiException.notFound("The request was not made with a personal API key.");
    };
  }

  private HttpResponse list(HttpRequest request) {
    return Page.of(request, keys.list(person(request)), PersonalKeyResource::json);
  }

  private HttpResponse create(HttpRequest request) {
    User user = person(request);
    JsonBody body = JsonBody.of(request);
    if (keys.list(user).size() >= MOST_KEYS) {
      throw ApiException.invalid(
          "label", "limit", "You have " + MOST_KEYS + " keys already: delete one before.");
    }
    try {
      PersonalKeys.Created made =
          keys.create(
              user,
              body.text("label"),
              body.items("scopes").stream().map(JsonNode::asText).toList(),
              body.items("scoped_teams").stream().map(JsonNode::asLong).toList());
      return HttpResponse.json(201, json(made.key()).put("value", made.secret()));
    } catch (IllegalArgumentException invalid) {
      String message = invalid.getMessage();
      String field = message.startsWith("label") ? "label" : "scopes";
      throw ApiException.invalid(field, "invalid", message);
    }
  }

  private HttpResponse delete(HttpRequest request, PathParameters path) {
    if (!keys.delete(person(request), path.text("id"))) {
      throw ApiException.notFound("Not found.");
    }
    return HttpResponse.empty(204);
  }

  private User person(HttpRequest request) {
    return switch (access.authenticate(request)) {
      case Caller.Session(User user) -> user;
      case Caller.Key _ ->
          throw ApiException.permissionDenied(
              "Personal API keys are managed in the console, not with a key.");
    };
  }

  private static ObjectNode json(PersonalKey key) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("id", key.id()).put("label", key.label()).put("mask_value", key.mask());
    key.scopes().forEach(body.putArray("scopes")::add);
    key.projects().forEach(body.putArray("scoped_teams")::add);
    body.put("created_at", key.createdAt().toString());
    return body.put("last_used_at", key.lastUsedAt().map(Object::toString).orElse(null));
  }
}
