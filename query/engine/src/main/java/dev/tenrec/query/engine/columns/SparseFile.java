package dev.tenrec.query.engine.columns;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A local file of an object's length that holds the parts fetched so far, and holes. Several
 * threads may fetch into it: no byte is fetched twice, and nobody goes on before what he needs is
 * there.
 */
final class SparseFile {
  // A gap costs less than another request: 20 ms at 10 MB/s.
  private static final long GAP = 200_000;
  // So that a long chunk comes over several connections.
  private static final long PIECE = 8 << 20;

  private final String location;
  private final Path path;
  private final long size;
  private final RangeFetcher fetcher;
  private final Storage storage;
  private final ReentrantLock lock = new ReentrantLock();
  private final ByteRanges present = new ByteRanges();
  private final List<Fetch> running = new ArrayList<>();

  /** Counts what files take on the disk. */
  interface Storage {
    /** Makes room for bytes that are about to be fetched. */
    void reserve(long bytes) throws IOException;

    /** Gives back what a failed fetch did not need. */
    void giveBack(long bytes);
  }

  /** A fetch that runs; {@code done} completes when it has ended, well or not. */
  private record Fetch(ByteRange range, CompletableFuture<Void> done) {}

  private SparseFile(String location, Path path, long size, RangeFetcher fetcher, Storage storage) {
    this.location = location;
    this.path = path;
    this.size = size;
    this.fetcher = fetcher;
    this.storage = storage;
  }

  /** Creates the file, with nothing but a hole in it. */
  static SparseFile create(
      String location, Path path, long size, RangeFetcher fetcher, Storage storage)
      throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            path,
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.SPARSE,
            StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.allocate(1), size - 1);
    }
    return new SparseFile(location, path, size, fetcher, storage);
  }

  String location() {
    return location;
  }

  Path path() {
    return path;
  }

  long size() {
    return size;
  }

  /** How many bytes of it were fetched. */
  long storedBytes() {
    lock.lock();
    try {
      return present.length();
    } finally {
      lock.unlock();
    }
  }

  /** Fetches what is missing of {@code wanted}, in parallel, and returns how many bytes it was. */
  long fill(List<ByteRange> wanted, ExecutorService executor) throws IOException {
    long fetched = 0;
    while (true) {
      List<Fetch> mine = new ArrayList<>();
      List<Fetch> others = new ArrayList<>();
      plan(wanted, mine, others);
      if (mine.isEmpty() && others.isEmpty()) {
        return fetched;
      }
      fetched += fetch(mine, executor);
      for (Fetch other : others) {
        // If it failed there, the next round fetches it here, or says here why it cannot.
        other.done.join();
      }
    }
  }

  private void plan(List<ByteRange> wanted, List<Fetch> mine, List<Fetch> others) {
    lock.lock();
    try {
      List<ByteRange> missing = new ArrayList<>();
      for (ByteRange range : ByteRange.merge(wanted, 1)) {
        ByteRanges covered = new ByteRanges();
        for (Fetch fetch : running) {
          if (fetch.range.overlaps(range)) {
            covered.add(fetch.range);
            others.add(fetch);
          }
        }
        for (ByteRange hole : present.missing(range)) {
          missing.addAll(covered.missing(hole));
        }
      }
      for (ByteRange range : ByteRange.merge(missing, GAP)) {
        for (ByteRange piece : range.pieces(PIECE)) {
          mine.add(new Fetch(piece, new CompletableFuture<>()));
        }
      }
      running.addAll(mine);
    } finally {
      lock.unlock();
    }
  }

  private long fetch(List<Fetch> fetches, ExecutorService executor) throws IOException {
    List<CompletableFuture<Void>> tasks =
        fetches.stream()
            .map(fetch -> CompletableFuture.runAsync(() -> fetchOne(fetch), executor))
            .toList();
    CompletionException failure = null;
    for (CompletableFuture<Void> task : tasks) {
      try {
        task.join();
      } catch (CompletionException failed) {
        failure = failed;
      }
    }
    if (failure != null) {
      throw new IOException(failure.getCause().getMessage(), failure.getCause());
    }
    return fetches.stream().mapToLong(fetch -> fetch.range.length()).sum();
  }

  private void fetchOne(Fetch fetch) {
    long reserved = 0;
    try {
      storage.reserve(fetch.range.length());
      reserved = fetch.range.length();
      fetcher.fetch(location, fetch.range, path);
      finish(fetch, true);
    } catch (IOException | RuntimeException failed) {
      storage.giveBack(reserved);
      finish(fetch, false);
      throw new CompletionException(failed);
    }
  }

  private void finish(Fetch fetch, boolean fetched) {
    long known = 0;
    lock.lock();
    try {
      running.remove(fetch);
      if (fetched) {
        known = fetch.range.length() - present.add(fetch.range);
      }
    } finally {
      lock.unlock();
    }
    // Where a gap was fetched that was there already, less is new than was reserved.
    storage.giveBack(known);
    fetch.done.complete(null);
  }

  /** Reads bytes that are there. */
  byte[] read(ByteRange range) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(Math.toIntExact(range.length()));
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      while (buffer.hasRemaining()) {
        if (channel.read(buffer, range.start() + buffer.position()) < 0) {
          throw new IOException(path + " is shorter than " + range.end() + " bytes");
        }
      }
    }
    return buffer.array();
  }

  void delete() throws IOException {
    Files.deleteIfExists(path);
  }
}
