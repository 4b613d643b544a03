package dev.tenrec.cloud.state;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The one directory a local cloud keeps everything in. */
public final class DataDirectory {
  private final Path root;

  private DataDirectory(Path root) {
    this.root = root;
  }

  /** Opens the directory, making it when it is not there. */
  public static DataDirectory open(Path root) {
    DataDirectory directory =
        new DataDirectory(requireNonNull(root, "root is null").toAbsolutePath().normalize());
    directory.directory("");
    return directory;
  }

  /** The directory itself. */
  public Path root() {
    return root;
  }

  /** A subdirectory, made when it is not there. */
  public Path directory(String name) {
    Path path = root.resolve(name);
    try {
      return Files.createDirectories(path);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot make " + path + ": choose another data directory", e);
    }
  }

  /** A file in a subdirectory, which is made when it is not there. */
  public JsonFile file(String directory, String name) {
    return new JsonFile(directory(directory).resolve(name));
  }

  /** A file at the top. */
  public JsonFile file(String name) {
    return new JsonFile(root.resolve(name));
  }
}
