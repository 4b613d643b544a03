package dev.tenrec.api;

import dev.tenrec.stores.projects.Project;
import dev.tenrec.stores.projects.Projects;
import java.time.ZoneId;

/** The project every deployment begins with, so that an SDK can send before anybody signs in. */
final class FirstProject {
  private FirstProject() {}

  static Project ensure(Projects projects) {
    return projects.createFirst("Default project", ZoneId.of("UTC"));
  }
}
