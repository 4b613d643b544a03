package dev.tenrec.query.engine.columns;

import dev.tenrec.lake.ScanPlan;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Objects that are the files of a directory, which count what is read and can break off. */
final class TestingObjects implements ObjectReader {
  private static final String BUCKET = "s3://lake/";

  private final Path directory;
  private final Queue<ByteRange> requests = new ConcurrentLinkedQueue<>();
  private final AtomicInteger breaking = new AtomicInteger();

  TestingObjects(Path directory) {
    this.directory = directory;
  }

  /** Lets the next streams break off after half their bytes. */
  void breakNext(int streams) {
    breaking.set(streams);
  }

  /** What was asked for since the last look. */
  List<ByteRange> requests() {
    List<ByteRange> seen = List.copyOf(requests);
    requests.clear();
    return seen;
  }

  ScanPlan.DataFile file(String name) {
    try {
      return new ScanPlan.DataFile(BUCKET + name, Files.size(directory.resolve(name)), 0);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Override
  public InputStream open(String location, long start, long length) throws IOException {
    requests.add(new ByteRange(start, start + length));
    byte[] bytes = new byte[Math.toIntExact(length)];
    try (InputStream file =
        Files.newInputStream(directory.resolve(location.substring(BUCKET.length())))) {
      file.skipNBytes(start);
      file.readNBytes(bytes, 0, bytes.length);
    }
    int sent =
        breaking.getAndUpdate(left -> Math.max(0, left - 1)) > 0 ? bytes.length / 2 : bytes.length;
    // In small steps, as a network does.
    return new FilterInputStream(new ByteArrayInputStream(bytes, 0, sent)) {
      @Override
      public int read(byte[] buffer, int offset, int wanted) throws IOException {
        return super.read(buffer, offset, Math.min(wanted, 10_000));
      }
    };
  }
}
