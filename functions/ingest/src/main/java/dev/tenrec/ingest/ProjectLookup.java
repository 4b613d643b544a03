package dev.tenrec.ingest;

import dev.tenrec.stores.batches.StoreUnavailableException;
import dev.tenrec.stores.projects.Project;
import java.util.Optional;

/** Finds projects. */
@FunctionalInterface
public interface ProjectLookup {
  /**
   * The project of that id.
   *
   * @throws StoreUnavailableException when projects cannot be read now
   */
  Optional<Project> byId(long id);
}
