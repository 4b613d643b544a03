package dev.tenrec.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Directories under {@code target}: large, kept for whoever looks why a test failed, only once. */
final class FreshDirectory {
  private FreshDirectory() {}

  /** An empty directory, in place of what the last run left there. */
  static Path named(String name) throws IOException {
    Path directory = RunningCloud.ROOT.resolve("localstack/end-to-end/target").resolve(name);
    if (Files.exists(directory)) {
      try (Stream<Path> left = Files.walk(directory)) {
        for (Path path : left.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
    return Files.createDirectories(directory);
  }
}
