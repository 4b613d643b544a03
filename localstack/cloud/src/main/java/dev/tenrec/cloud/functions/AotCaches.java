package dev.tenrec.cloud.functions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Ahead-of-time caches of the JVM, one for each code, runtime and JDK: with one a function is up in
 * about half the time. The JVM writes a cache when a process that was told to learn ends in peace.
 */
final class AotCaches {
  private static final String PARTIAL = ".partial";

  private final Path directory;
  private final Set<String> learning = new HashSet<>();

  AotCaches(Path directory) {
    this.directory = directory;
    // What a process was writing when it was killed.
    Temporary.clear(directory, file -> file.contains(PARTIAL));
  }

  static String key(FunctionDefinition function, RuntimeJars runtime) {
    String jdk = System.getProperty("java.vm.version").replaceAll("[^A-Za-z0-9.]", "_");
    return function.codeHash() + "-" + runtime.version() + "-" + jdk;
  }

  /** The finished cache. */
  Optional<Path> find(String key) {
    Path cache = directory.resolve(key + ".aot");
    return Files.exists(cache) ? Optional.of(cache) : Optional.empty();
  }

  /** Where a learning process is to write to; empty when another one already learns. */
  synchronized Optional<Path> learn(String key) {
    return learning.add(key) ? Optional.of(partial(key)) : Optional.empty();
  }

  /** Takes what a learning process has written, if it has. */
  synchronized boolean learned(String key) {
    learning.remove(key);
    Path partial = partial(key);
    try {
      if (!Files.exists(partial)) {
        return false;
      }
      Files.move(partial, directory.resolve(key + ".aot"), StandardCopyOption.REPLACE_EXISTING);
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot keep " + partial, e);
    }
  }

  private Path partial(String key) {
    return directory.resolve(key + PARTIAL);
  }
}
