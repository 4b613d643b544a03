package dev.tenrec.query.engine;

import static java.util.Objects.requireNonNull;

import dev.tenrec.lake.ScanPlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Downloads whole files from S3 into a directory and keeps the most recently used, up to a size.
 * Files of the lake never change, so what is there is right. A file is kept while anybody reads it.
 */
public final class DownloadedFiles implements FileSource {
  private final S3Client s3;
  private final Path directory;
  private final long capacity;
  private final Map<String, Kept> kept = new LinkedHashMap<>(16, 0.75f, true);
  private long size;

  /**
   * @param capacity how many bytes are kept when nobody reads them
   */
  public DownloadedFiles(S3Client s3, Path directory, long capacity) {
    this.s3 = requireNonNull(s3, "s3 is null");
    this.directory = requireNonNull(directory, "directory is null");
    this.capacity = capacity;
  }

  @Override
  public synchronized LocalFiles localize(List<ScanPlan.DataFile> files, Set<String> columns) {
    List<Kept> used = new ArrayList<>();
    long fetched = 0;
    try {
      for (ScanPlan.DataFile file : files) {
        Kept known = kept.get(file.location());
        if (known == null) {
          known = download(file);
          fetched += file.sizeBytes();
        }
        known.readers++;
        used.add(known);
      }
    } catch (RuntimeException failed) {
      release(used);
      throw failed;
    }
    return new LocalFiles(
        used.stream().map(one -> one.path).toList(), fetched, () -> release(used));
  }

  private Kept download(ScanPlan.DataFile file) {
    makeRoom(file.sizeBytes());
    URI location = URI.create(file.location());
    if (!"s3".equals(location.getScheme())) {
      throw new IllegalArgumentException(
          "location is " + file.location() + ": files of the lake begin with s3://");
    }
    try {
      Files.createDirectories(directory);
      Path partial = Files.createTempFile(directory, "partial", ".parquet");
      Path path = directory.resolve(partial.getFileName().toString().replace("partial", "data"));
      try {
        Files.delete(partial);
        s3.getObject(
            request -> request.bucket(location.getAuthority()).key(location.getPath().substring(1)),
            partial);
        Files.move(partial, path, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(partial);
      }
      Kept made = new Kept(path, file.sizeBytes());
      kept.put(file.location(), made);
      size += made.size;
      return made;
    } catch (IOException failed) {
      throw new UncheckedIOException("Could not keep " + file.location(), failed);
    }
  }

  private void makeRoom(long needed) {
    kept.values()
        .removeIf(
            one -> {
              if (size + needed <= capacity || one.readers > 0) {
                return false;
              }
              delete(one.path);
              size -= one.size;
              return true;
            });
  }

  private synchronized void release(List<Kept> used) {
    used.forEach(one -> one.readers--);
  }

  private static void delete(Path path) {
    try {
      Files.deleteIfExists(path);
    } catch (IOException failed) {
      throw new UncheckedIOException("Could not delete " + path, failed);
    }
  }

  private static final class Kept {
    private final Path path;
    private final long size;
    private int readers;

    Kept(Path path, long size) {
      this.path = path;
      this.size = size;
    }
  }
}
