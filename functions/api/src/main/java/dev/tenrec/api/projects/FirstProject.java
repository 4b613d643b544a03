package dev.tenrec.api.projects;

import dev.tenrec.stores.projects.Project;
import dev.tenrec.stores.projects.ProjectSettings;
import dev.tenrec.stores.projects.Projects;

/** The project every deployment begins with, so that an SDK can send before anybody signs in. */
public final class FirstProject {
  private FirstProject() {}

  /** The project, made where there is none. */
  public static Project ensure(Projects projects) {
    return projects.createFirst(ProjectSettings.named("Default project"));
  }
}
