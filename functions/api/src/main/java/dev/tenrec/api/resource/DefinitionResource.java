package dev.tenrec.api.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.http.ApiException;
import dev.tenrec.http.HttpRequest;
import dev.tenrec.http.HttpResponse;
import dev.tenrec.http.JsonBody;
import dev.tenrec.http.PathParameters;
import dev.tenrec.http.Router.Route;
import dev.tenrec.stores.definitions.Definition;
import dev.tenrec.stores.definitions.Definitions;
import dev.tenrec.stores.definitions.NameTakenException;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * Definitions of one kind as people read and change them: a list with a search, one, its history,
 * making and changing. Deleted as in PostHog by {@code PATCH {"deleted": true}}, and by {@code
 * DELETE}.
 */
public final class DefinitionResource {
  private final ProjectScope scope;
  private final Definitions definitions;
  private final DefinitionKind kind;

  public DefinitionResource(ProjectScope scope, Definitions definitions, DefinitionKind kind) {
    this.scope = scope;
    this.definitions = definitions;
    this.kind = kind;
  }

  public List<Route> routes() {
    String all = "/api/projects/{project}/" + kind.path();
    return List.of(
        new Route("GET", all, this::list),
        new Route("POST", all, this::create),
        new Route("GET", all + "/{id}", this::show),
        new Route("PATCH", all + "/{id}", this::change),
        new Route("DELETE", all + "/{id}", this::delete),
        new Route("GET", all + "/{id}/history", this::history));
  }

  private HttpResponse list(HttpRequest request, PathParameters path) {
    var entered = toRead(request, path);
    String wanted = request.parameter("search").orElse("").toLowerCase(Locale.ROOT);
    List<Definition> found =
        definitions.list(entered.project().id(), kind.name()).stream()
            .filter(each -> kind.searched(each).toLowerCase(Locale.ROOT).contains(wanted))
            .toList()
            .reversed();
    return Page.of(request, found, kind::json);
  }

  private HttpResponse create(HttpRequest request, PathParameters path) {
    var entered = toWrite(request, path);
    long project = entered.project().id();
    JsonBody sent = JsonBody.of(request);
    ObjectNode body = kind.begun(sent);
    kind.merge(project, 0, body, sent);
    Definition made = stored(() -> definitions.create(project, kind.name(), body, email(entered)));
    return HttpResponse.json(201, kind.json(made));
  }

  private HttpResponse show(HttpRequest request, PathParameters path) {
    return HttpResponse.json(200, kind.json(find(toRead(request, path), path)));
  }

  private HttpResponse change(HttpRequest request, PathParameters path) {
    JsonBody sent = JsonBody.of(request);
    if (sent.optionalFlag("deleted").orElse(false)) {
      return HttpResponse.json(200, kind.json(remove(request, path)));
    }
    var entered = toWrite(request, path);
    long project = entered.project().id();
    long id = path.number("id");
    Definition changed =
        stored(
            () ->
                definitions
                    .update(
                        project,
                        kind.name(),
                        id,
                        body -> {
                          kind.merge(project, id, body, sent);
                          return body;
                        },
                        email(entered))
                    .orElseThrow(DefinitionResource::missing));
    return HttpResponse.json(200, kind.json(changed));
  }

  private HttpResponse delete(HttpRequest request, PathParameters path) {
    remove(request, path);
    return HttpResponse.empty(204);
  }

  private HttpResponse history(HttpRequest request, PathParameters path) {
    long project = toRead(request, path).project().id();
    return Page.of(
        request,
        definitions.history(project, kind.name(), path.number("id")).reversed(),
        kind::json);
  }

  private Definition remove(HttpRequest request, PathParameters path) {
    var entered = toWrite(request, path);
    Definition found = find(entered, path);
    kind.requireUnused(found);
    Definition deleted =
        definitions
            .delete(found.project(), kind.name(), found.id(), email(entered))
            .orElseThrow(DefinitionResource::missing);
    kind.forget(deleted);
    return deleted;
  }

  private ProjectScope.Entered toRead(HttpRequest request, PathParameters path) {
    return scope.enter(request, path, kind.scope() + ":read");
  }

  private ProjectScope.Entered toWrite(HttpRequest request, PathParameters path) {
    return scope.enter(request, path, kind.scope() + ":write");
  }

  private Definition find(ProjectScope.Entered entered, PathParameters path) {
    return definitions
        .find(entered.project().id(), kind.name(), path.number("id"))
        .orElseThrow(DefinitionResource::missing);
  }

  private static String email(ProjectScope.Entered entered) {
    return entered.caller().user().email();
  }

  private static Definition stored(Supplier<Definition> write) {
    try {
      return write.get();
    } catch (NameTakenException taken) {
      throw ApiException.invalid(taken.field(), "unique", taken.getMessage());
    }
  }

  private static ApiException missing() {
    return ApiException.notFound("Not found.");
  }
}
