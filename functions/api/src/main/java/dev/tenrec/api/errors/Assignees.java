package dev.tenrec.api.errors;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenrec.http.ApiException;
import dev.tenrec.stores.access.Accounts;
import dev.tenrec.stores.access.User;
import dev.tenrec.stores.issues.Issue;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds whom an issue is to be given to: {@code {"type": "user", "id": ...}} or null. */
record Assignees(Accounts accounts) {

  Optional<Issue.Assignee> find(JsonNode assignee, User caller) {
    if (assignee.isMissingNode() || assignee.isNull()) {
      return Optional.empty();
    }
    if (!assignee.path("type").asText("user").equals("user")) {
      throw ApiException.invalid(
          "assignee", "invalid_choice", "An issue is assigned to a user: send {type: \"user\"}.");
    }
    String id = assignee.path("id").asText("");
    return Optional.of(
        Stream.concat(Stream.of(caller), accounts.owner().stream())
            .filter(
                user ->
                    user.id().equals(id)
                        || user.email().equals(id)
                        || (id.equals("@me") && user.equals(caller)))
            .findFirst()
            .map(user -> new Issue.Assignee(user.id(), user.email()))
            .orElseThrow(
                () ->
                    ApiException.invalid(
                        "assignee", "invalid", "There is no user with the id \"" + id + "\".")));
  }
}
