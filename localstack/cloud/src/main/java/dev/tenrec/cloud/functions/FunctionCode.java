package dev.tenrec.cloud.functions;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A function's zip, unpacked. Beside the tree that the handler sees as its task root lies {@code
 * function.jar} with the same root classes: only what is in jars can come from an ahead-of-time
 * cache.
 *
 * @param taskRoot the tree as it was zipped
 * @param classPath the function's own jars, the root classes first
 */
record FunctionCode(Path taskRoot, List<Path> classPath) {
  FunctionCode {
    classPath = List.copyOf(classPath);
  }

  /** Unpacks into a directory, unless that has been done before. */
  static synchronized FunctionCode unpack(Path code, Path directory) {
    try {
      Path task = directory.resolve("task");
      if (!Files.exists(directory)) {
        Path partial = Files.createTempDirectory(directory.getParent(), "partial-");
        copy(code, partial.resolve("task"));
        jar(partial.resolve("task"), partial.resolve("function.jar"));
        Files.move(partial, directory, StandardCopyOption.ATOMIC_MOVE);
      }
      List<Path> classPath = new ArrayList<>();
      classPath.add(directory.resolve("function.jar"));
      if (Files.isDirectory(task.resolve("lib"))) {
        try (Stream<Path> jars = Files.list(task.resolve("lib"))) {
          jars.filter(jar -> jar.toString().endsWith(".jar")).sorted().forEach(classPath::add);
        }
      }
      return new FunctionCode(task, classPath);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Cannot unpack " + code + ": synthesize the CDK app again, or free some disk", e);
    }
  }

  private static void copy(Path code, Path target) throws IOException {
    if (Files.isDirectory(code)) {
      copyTree(code, target);
      return;
    }
    try (FileSystem zip = FileSystems.newFileSystem(code)) {
      copyTree(zip.getPath("/"), target);
    }
  }

  private static void copyTree(Path from, Path to) throws IOException {
    try (Stream<Path> tree = Files.walk(from)) {
      for (Path source : (Iterable<Path>) tree::iterator) {
        Path target = to.resolve(from.relativize(source).toString()).normalize();
        if (!target.startsWith(to)) {
          throw new IOException(source + " points outside of the archive");
        }
        if (Files.isDirectory(source)) {
          Files.createDirectories(target);
        } else {
          Files.copy(source, target);
        }
      }
    }
  }

  private static void jar(Path task, Path jar) throws IOException {
    Path lib = task.resolve("lib");
    try (OutputStream file = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(file);
        Stream<Path> tree = Files.walk(task)) {
      zip.setLevel(0);
      for (Path source : (Iterable<Path>) tree.sorted()::iterator) {
        if (Files.isRegularFile(source) && !source.startsWith(lib)) {
          zip.putNextEntry(new ZipEntry(task.relativize(source).toString().replace('\\', '/')));
          try (InputStream in = Files.newInputStream(source)) {
            in.transferTo(zip);
          }
          zip.closeEntry();
        }
      }
    }
  }
}
