package dev.tenrec.assets;

import dev.tenrec.stores.projects.Project;
import java.util.Optional;

/** Finds projects by their public token. */
@FunctionalInterface
interface ProjectLookup {
  Optional<Project> byToken(String token);
}
