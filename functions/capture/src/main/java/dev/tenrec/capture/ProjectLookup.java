package dev.tenrec.capture;

import dev.tenrec.stores.projects.Project;
import java.util.Optional;

/** Finds projects by their public token. */
@FunctionalInterface
public interface ProjectLookup {
  /** The project of that token; any failure means that it cannot be told now. */
  Optional<Project> byToken(String token);
}
