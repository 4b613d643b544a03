package dev.tenrec.cloud.functions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Directories that may go at any time. */
final class Temporary {
  private Temporary() {}

  /** Deletes a tree as far as it can be; what is left goes at the next start. */
  static void delete(Path directory) {
    try (Stream<Path> tree = Files.walk(directory)) {
      tree.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
    } catch (IOException | UncheckedIOException leftForTheNextStart) {
      // Somebody else deletes in it, which is as good.
    }
  }

  /** Deletes what a directory holds under certain names. */
  static void clear(Path directory, Predicate<String> names) {
    try (Stream<Path> entries = Files.list(directory)) {
      entries
          .filter(entry -> names.test(entry.getFileName().toString()))
          .forEach(Temporary::delete);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot clear " + directory, e);
    }
  }
}
