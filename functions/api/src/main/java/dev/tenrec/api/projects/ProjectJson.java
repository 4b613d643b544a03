package dev.tenrec.api.projects;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.stores.projects.Project;

/** A project in PostHog's shape. */
public final class ProjectJson {
  private ProjectJson() {}

  /** What whoever may read the project is told of it. */
  public static ObjectNode of(Project project) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("id", project.id()).put("api_token", project.token());
    ProjectSettingsJson.write(body, project.settings());
    return body.put("created_at", project.createdAt().toString());
  }
}
