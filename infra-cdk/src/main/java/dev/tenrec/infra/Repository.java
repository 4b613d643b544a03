package dev.tenrec.infra;

import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the root of the repository that a directory belongs to. */
final class Repository {
  private static final String MARK = "infra-cdk/pom.xml";

  private Repository() {}

  static Path root(Path directory) {
    for (Path place = directory.toAbsolutePath().normalize();
        place != null;
        place = place.getParent()) {
      if (Files.isRegularFile(place.resolve(MARK))) {
        return place;
      }
    }
    throw new IllegalArgumentException(
        "%s is not inside the Tenrec repository (no %s up to the root): run this from the repository"
            .formatted(directory.toAbsolutePath(), MARK));
  }
}
