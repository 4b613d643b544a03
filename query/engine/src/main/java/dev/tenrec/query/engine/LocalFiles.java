package dev.tenrec.query.engine;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;

/**
 * Files near the engine. They may disappear once this is closed, not before.
 *
 * @param paths where they are
 * @param fetchedBytes how much had to be fetched for them
 * @param release gives them back
 */
public record LocalFiles(List<Path> paths, long fetchedBytes, Runnable release)
    implements AutoCloseable {
  public LocalFiles {
    requireNonNull(release, "release is null");
    paths = List.copyOf(paths);
  }

  @Override
  public void close() {
    release.run();
  }
}
