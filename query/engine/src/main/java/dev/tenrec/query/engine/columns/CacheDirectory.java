package dev.tenrec.query.engine.columns;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The place of one cache's files: a directory with a lock file beside it. What another process left
 * whose lock is free is deleted, however incomplete; what one still uses is left alone.
 */
final class CacheDirectory implements AutoCloseable {
  private static final String LOCK = ".lock";

  private final Path path;
  private final FileChannel lock;
  private long files;

  private CacheDirectory(Path path, FileChannel lock) {
    this.path = path;
    this.lock = lock;
  }

  /** Makes a new one within {@code parent}, and deletes those that nobody uses any more. */
  static CacheDirectory make(Path parent) throws IOException {
    Files.createDirectories(parent);
    deleteAbandoned(parent);
    Path path = parent.toAbsolutePath().resolve("columns-" + UUID.randomUUID());
    FileChannel lock =
        FileChannel.open(lockOf(path), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    if (lock.tryLock() == null) {
      throw new IOException("Another process has locked " + lockOf(path));
    }
    Files.createDirectory(path);
    return new CacheDirectory(path, lock);
  }

  private static Path lockOf(Path path) {
    return path.resolveSibling(path.getFileName() + LOCK);
  }

  private static void deleteAbandoned(Path parent) throws IOException {
    List<Path> locks;
    try (Stream<Path> entries = Files.list(parent)) {
      locks =
          entries
              .filter(entry -> entry.getFileName().toString().matches("columns-.*\\.lock"))
              .toList();
    }
    for (Path lockFile : locks) {
      try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.WRITE)) {
        if (lock(channel).isPresent()) {
          String name = lockFile.getFileName().toString();
          deleteAll(lockFile.resolveSibling(name.substring(0, name.length() - LOCK.length())));
          Files.deleteIfExists(lockFile);
        }
      } catch (NoSuchFileException e) {
        // Another process was faster to delete it.
      }
    }
  }

  private static Optional<FileLock> lock(FileChannel channel) throws IOException {
    try {
      return Optional.ofNullable(channel.tryLock());
    } catch (OverlappingFileLockException e) {
      // Another cache of this process holds it.
      return Optional.empty();
    }
  }

  private static void deleteAll(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    try (Stream<Path> entries = Files.walk(directory)) {
      for (Path entry : entries.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(entry);
      }
    }
  }

  /** A name in the directory that was never used before. */
  synchronized Path newFile() {
    return path.resolve(files++ + ".parquet");
  }

  /** How many bytes the disk still takes. */
  long usableBytes() throws IOException {
    return Files.getFileStore(path).getUsableSpace();
  }

  @Override
  public void close() throws IOException {
    deleteAll(path);
    Files.deleteIfExists(lockOf(path));
    lock.close();
  }
}
