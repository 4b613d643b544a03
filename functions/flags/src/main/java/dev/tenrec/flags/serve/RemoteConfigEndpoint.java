package dev.tenrec.flags.serve;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.http.ApiException;
import dev.tenrec.http.HttpRequest;
import dev.tenrec.http.HttpResponse;
import dev.tenrec.http.PathParameters;
import dev.tenrec.stores.projects.Project;

/** Values that servers read by a flag's key, without a user: flags for remote configuration. */
final class RemoteConfigEndpoint {
  private final KeyHolder keys;
  private final ProjectFlags flags;

  RemoteConfigEndpoint(KeyHolder keys, ProjectFlags flags) {
    this.keys = keys;
    this.flags = flags;
  }

  /** The payload as it is stored; an empty body where there is none. */
  HttpResponse answer(HttpRequest request, PathParameters path) {
    Project project = keys.byPath(request, path.text("project"));
    String name = path.text("key");
    JsonNode payload =
        flags.of(project.id()).flags().stream()
            .filter(flag -> isCalled(flag, name))
            .filter(flag -> flag.path("is_remote_configuration").asBoolean())
            .findFirst()
            .orElseThrow(() -> ApiException.notFound("Not found."))
            .path("filters")
            .path("payloads")
            .path("true");
    return isNothing(payload)
        ? HttpResponse.of(200, "application/json", new byte[0])
        : HttpResponse.json(200, payload);
  }

  private static boolean isCalled(ObjectNode flag, String name) {
    return flag.path(name.matches("[0-9]+") ? "id" : "key").asText().equals(name);
  }

  private static boolean isNothing(JsonNode payload) {
    return payload.isMissingNode() || payload.isNull() || payload.asText("-").isEmpty();
  }
}
