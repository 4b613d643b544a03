package dev.tenrec.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.api.projects.FirstProject;
import dev.tenrec.api.projects.ProjectJson;
import dev.tenrec.stores.access.Accounts;
import dev.tenrec.stores.access.PersonalKeys;
import dev.tenrec.stores.access.User;
import dev.tenrec.stores.projects.Projects;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * What the owner of the AWS account may do by invoking the function itself, without a session.
 *
 * <ul>
 *   <li>{@code {"command": "projects"}} lists the projects with their tokens and makes the first
 *   <li>{@code {"command": "reset_password", "email": ..., "password": ...}} lets somebody in again
 *   <li>{@code {"command": "create_key", "label": ..., "scopes": [...], "minutes": ...}} makes a
 *       personal API key that does only what is listed and ends by itself within the hour; it acts
 *       for the administrator, who is no user of the console
 * </ul>
 */
final class AdminCommands {
  private static final int LONGEST_MINUTES = 60;
  // Never stored: nobody can sign in as the administrator, and what the keys do bears this name.
  private static final User ADMINISTRATOR =
      new User(
          "00000000-0000-0000-0000-000000000000",
          "administrator@tenrec",
          "Administrator",
          Instant.EPOCH);

  private final Projects projects;
  private final Accounts accounts;
  private final PersonalKeys keys;
  private final InstantSource clock;

  AdminCommands(Projects projects, Accounts accounts, PersonalKeys keys, InstantSource clock) {
    this.projects = projects;
    this.accounts = accounts;
    this.keys = keys;
    this.clock = clock;
  }

  ObjectNode run(JsonNode event) {
    String command = event.path("command").asText("");
    return switch (command) {
      case "projects" -> listProjects();
      case "reset_password" ->
          resetPassword(event.path("email").asText(""), event.path("password").asText(""));
      case "create_key" -> createKey(event);
      default ->
          throw new IllegalArgumentException(
              "command is \"" + command + "\": it must be projects, reset_password or create_key");
    };
  }

  private ObjectNode listProjects() {
    FirstProject.ensure(projects);
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.put("owner_exists", accounts.ownerExists());
    var list = answer.putArray("projects");
    projects.list().forEach(project -> list.add(ProjectJson.of(project)));
    return answer;
  }

  private ObjectNode resetPassword(String email, String password) {
    if (!accounts.resetPassword(email, password)) {
      throw new IllegalArgumentException("There is no user with the address \"" + email + "\"");
    }
    return JsonNodeFactory.instance.objectNode().put("email", email);
  }

  private ObjectNode createKey(JsonNode event) {
    int minutes = event.path("minutes").asInt(0);
    if (minutes < 1 || minutes > LONGEST_MINUTES) {
      throw new IllegalArgumentException(
          "minutes is %s: it must be a number from 1 to %d"
              .formatted(event.path("minutes"), LONGEST_MINUTES));
    }
    List<String> scopes = new ArrayList<>();
    event.path("scopes").forEach(scope -> scopes.add(scope.asText()));
    if (scopes.isEmpty() || scopes.contains("*")) {
      throw new IllegalArgumentException(
          "scopes is %s: list what the key is for, such as [\"insight:write\"]"
              .formatted(event.path("scopes")));
    }
    PersonalKeys.Created made =
        keys.createUntil(
            clock.instant().plus(Duration.ofMinutes(minutes)),
            ADMINISTRATOR,
            event.path("label").asText(""),
            scopes,
            List.of());
    return JsonNodeFactory.instance
        .objectNode()
        .put("value", made.secret())
        .put("expires_at", made.key().expiresAt().map(Instant::toString).orElseThrow());
  }
}
