package dev.tenrec.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.stores.access.Accounts;
import dev.tenrec.stores.projects.Projects;

/**
 * What the owner of the AWS account may do by invoking the function itself, without a session.
 *
 * <ul>
 *   <li>{@code {"command": "projects"}} lists the projects with their tokens and makes the first
 *   <li>{@code {"command": "reset_password", "email": ..., "password": ...}} lets somebody in again
 * </ul>
 */
final class AdminCommands {
  private final Projects projects;
  private final Accounts accounts;

  AdminCommands(Projects projects, Accounts accounts) {
    this.projects = projects;
    this.accounts = accounts;
  }

  ObjectNode run(JsonNode event) {
    String command = event.path("command").asText("");
    return switch (command) {
      case "projects" -> listProjects();
      case "reset_password" ->
          resetPassword(event.path("email").asText(""), event.path("password").asText(""));
      default ->
          throw new IllegalArgumentException(
              "command is \"" + command + "\": it must be projects or reset_password");
    };
  }

  private ObjectNode listProjects() {
    FirstProject.ensure(projects);
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.put("owner_exists", accounts.ownerExists());
    var list = answer.putArray("projects");
    projects.list().forEach(project -> list.add(ProjectResource.json(project)));
    return answer;
  }

  private ObjectNode resetPassword(String email, String password) {
    if (!accounts.resetPassword(email, password)) {
      throw new IllegalArgumentException("There is no user with the address \"" + email + "\"");
    }
    return JsonNodeFactory.instance.objectNode().put("email", email);
  }
}
