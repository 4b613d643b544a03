package dev.tenrec.infra;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads the lists that templates are held against. */
final class Lines {
  private Lines() {}

  /** The lines of a resource beside this class, without comments and blank lines. */
  static List<String> of(String name) {
    try (InputStream resource = Lines.class.getResourceAsStream(name)) {
      if (resource == null) {
        throw new IllegalArgumentException("The resource " + name + " does not exist");
      }
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException error) {
      throw new UncheckedIOException(error);
    }
  }
}
