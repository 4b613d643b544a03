package dev.tenrec.api;

import dev.tenrec.stores.projects.Project;
import dev.tenrec.stores.projects.ProjectSettings;
import dev.tenrec.stores.projects.Projects;

/** The project every deployment begins with, so that an SDK can send before anybody signs in. */
final class FirstProject {
  private FirstProject() {}

  static Project ensure(Projects projects) {
    return projects.createFirst(ProjectSettings.named("Default project"));
  }
}
