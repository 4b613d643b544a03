package dev.tenrec.maintenance;

import static java.util.Comparator.reverseOrder;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.io.FileIO;

/** A folder on this machine for the files of one piece of work; gone when it is closed. */
final class WorkFolder implements AutoCloseable {
  private static final int DOWNLOADS_AT_ONCE = 8;

  private final Path folder;
  private int files;

  private WorkFolder(Path folder) {
    this.folder = folder;
  }

  static WorkFolder create() {
    try {
      return new WorkFolder(Files.createTempDirectory("maintenance"));
    } catch (IOException e) {
      throw new UncheckedIOException("no folder to work in", e);
    }
  }

  /** How much room there is for such folders. */
  static long spaceLeft() {
    try {
      return Files.getFileStore(Path.of(System.getProperty("java.io.tmpdir"))).getUsableSpace();
    } catch (IOException e) {
      throw new UncheckedIOException("no folder to work in", e);
    }
  }

  Path path() {
    return folder;
  }

  /** A file that does not exist yet. */
  Path newFile() {
    files++;
    return folder.resolve(files + ".parquet");
  }

  /** Fetches files, several at once, in their order. */
  List<Path> fetch(FileIO io, List<DataFile> dataFiles) {
    try (ExecutorService executor =
        Executors.newFixedThreadPool(DOWNLOADS_AT_ONCE, Thread.ofVirtual().factory())) {
      List<Future<Path>> downloads = new ArrayList<>();
      for (DataFile file : dataFiles) {
        Path target = newFile();
        downloads.add(executor.submit(() -> download(io, file, target)));
      }
      List<Path> paths = new ArrayList<>();
      for (Future<Path> download : downloads) {
        paths.add(result(download));
      }
      return paths;
    }
  }

  private static Path download(FileIO io, DataFile file, Path target) throws IOException {
    try (InputStream input = io.newInputFile(file).newStream()) {
      Files.copy(input, target);
    }
    return target;
  }

  private static Path result(Future<Path> download) {
    try {
      return download.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while fetching files", e);
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case IOException failure ->
            throw new UncheckedIOException("could not fetch a file", failure);
        case RuntimeException failure -> throw failure;
        case Error error -> throw error;
        default -> throw new IllegalStateException(e.getCause());
      }
    }
  }

  /** Stores a file of the folder. */
  void store(Path file, FileIO io, String location) {
    try (OutputStream output = io.newOutputFile(location).create()) {
      Files.copy(file, output);
    } catch (IOException e) {
      throw new UncheckedIOException("could not write " + location, e);
    }
  }

  @Override
  public void close() {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("could not remove " + folder, e);
    }
  }
}
