package dev.tenrec.api.flags;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.api.resource.Page;
import dev.tenrec.api.resource.ProjectScope;
import dev.tenrec.http.ApiException;
import dev.tenrec.http.HttpRequest;
import dev.tenrec.http.HttpResponse;
import dev.tenrec.http.JsonBody;
import dev.tenrec.http.PathParameters;
import dev.tenrec.http.Router.Route;
import dev.tenrec.stores.cohorts.CohortMembers;
import dev.tenrec.stores.definitions.Definitions;
import dev.tenrec.stores.persons.Person;
import dev.tenrec.stores.persons.PersonFinder;
import dev.tenrec.stores.persons.PersonKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Who is on the list of a static cohort. Persons are named by their id or, which needs no look-up
 * and works before their first event, by a distinct id.
 */
final class CohortMemberResource {
  private static final int MOST_AT_ONCE = 10_000;

  private final ProjectScope scope;
  private final Definitions definitions;
  private final CohortMembers members;
  private final PersonFinder persons;

  CohortMemberResource(
      ProjectScope scope, Definitions definitions, CohortMembers members, PersonFinder persons) {
    this.scope = scope;
    this.definitions = definitions;
    this.members = members;
    this.persons = persons;
  }

  List<Route> routes() {
    String one = "/api/projects/{project}/cohorts/{id}";
    return List.of(
        new Route("GET", one + "/persons", this::list),
        new Route("PATCH", one + "/add_persons_to_static_cohort", this::add),
        new Route("POST", one + "/add_persons_to_static_cohort", this::add),
        new Route("PATCH", one + "/remove_person_from_static_cohort", this::remove),
        new Route("POST", one + "/remove_person_from_static_cohort", this::remove));
  }

  private HttpResponse list(HttpRequest request, PathParameters path) {
    long project = enter(request, path, "cohort:read");
    return Page.of(
        request, members.of(project, path.number("id")), person -> json(project, person));
  }

  private HttpResponse add(HttpRequest request, PathParameters path) {
    long project = enter(request, path, "cohort:write");
    List<UUID> named = named(project, JsonBody.of(request));
    members.add(project, path.number("id"), named);
    return HttpResponse.json(200, JsonNodeFactory.instance.objectNode().put("added", named.size()));
  }

  private HttpResponse remove(HttpRequest request, PathParameters path) {
    long project = enter(request, path, "cohort:write");
    JsonBody body = JsonBody.of(request);
    List<UUID> named = new ArrayList<>(named(project, body, "person_ids", "distinct_ids"));
    body.optionalText("person_id").map(CohortMemberResource::uuid).ifPresent(named::add);
    members.remove(project, path.number("id"), required(named));
    return HttpResponse.json(200, JsonNodeFactory.instance.objectNode().put("success", true));
  }

  private long enter(HttpRequest request, PathParameters path, String wanted) {
    long project = scope.enter(request, path, wanted).project().id();
    boolean listed =
        definitions
            .find(project, CohortKind.NAME, path.number("id"))
            .orElseThrow(() -> ApiException.notFound("Not found."))
            .body()
            .path("is_static")
            .asBoolean();
    if (!listed) {
      throw ApiException.invalid(
          "id", "invalid", "This cohort has criteria and no list: change its filters instead.");
    }
    return project;
  }

  private static List<UUID> named(long project, JsonBody body) {
    return required(named(project, body, "person_ids", "distinct_ids"));
  }

  private static List<UUID> named(
      long project, JsonBody body, String personIds, String distinctIds) {
    List<UUID> named = new ArrayList<>();
    body.items(personIds).forEach(id -> named.add(uuid(id.asText())));
    for (JsonNode id : body.items(distinctIds)) {
      named.add(PersonKey.of(project, id.asText()).id());
    }
    return named;
  }

  private static List<UUID> required(List<UUID> named) {
    if (named.isEmpty() || named.size() > MOST_AT_ONCE) {
      throw ApiException.invalid(
          "person_ids",
          "invalid",
          "There are "
              + named.size()
              + " persons: name 1 to "
              + MOST_AT_ONCE
              + " at once, by person_ids or distinct_ids.");
    }
    return named;
  }

  private static UUID uuid(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException notUuid) {
      throw ApiException.invalid(
          "person_ids", "invalid", "person_ids has \"" + text + "\": a person's id is a UUID.");
    }
  }

  private ObjectNode json(long project, UUID id) {
    Optional<Person> person = persons.byId(project, id);
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("id", id.toString()).put("uuid", id.toString());
    var distinctIds = body.putArray("distinct_ids");
    person.ifPresent(known -> known.distinctIds().known().forEach(distinctIds::add));
    body.set(
        "properties",
        person.map(Person::properties).orElseGet(JsonNodeFactory.instance::objectNode));
    return body;
  }
}
