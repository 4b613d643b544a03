package dev.tenrec.query.engine.columns;

import static java.util.Objects.requireNonNull;

import dev.tenrec.lake.ScanPlan;
import dev.tenrec.query.engine.FileSource;
import dev.tenrec.query.engine.LocalFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Keeps of the lake's files the columns that queries read, in local files with holes.
 *
 * <ul>
 *   <li>Only the footer and the chunks of the needed columns are fetched, once each, many at a
 *       time. Reading a column that was not asked for fails; it never gives wrong values.
 *   <li>Files beyond the capacity are dropped, the least recently used first, but never one that a
 *       query is reading: what running queries need comes on top.
 *   <li>It begins empty: what another process left in the directory, however incomplete, is
 *       deleted, unless that process still runs.
 * </ul>
 *
 * <p>Files of the lake never change, so what was fetched stays right.
 */
public final class ColumnCache implements FileSource, AutoCloseable {
  private final RangeFetcher fetcher;
  private final CacheDirectory directory;
  private final long capacity;
  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);
  private final SparseFile.Storage storage =
      new SparseFile.Storage() {
        @Override
        public void reserve(long bytes) throws IOException {
          ColumnCache.this.reserve(bytes);
        }

        @Override
        public void giveBack(long bytes) {
          ColumnCache.this.giveBack(bytes);
        }
      };
  private long stored;

  /**
   * Makes a cache within {@code directory}, which several processes may share.
   *
   * @param capacity how many bytes are kept when nobody reads them
   */
  public ColumnCache(S3Client s3, Path directory, long capacity) {
    this(new S3ObjectReader(s3), directory, capacity);
  }

  ColumnCache(ObjectReader objects, Path directory, long capacity) {
    this.fetcher = new RangeFetcher(requireNonNull(objects, "objects is null"));
    if (capacity < 0) {
      throw new IllegalArgumentException("capacity is " + capacity + ": it cannot be negative");
    }
    this.capacity = capacity;
    try {
      this.directory = CacheDirectory.make(directory);
    } catch (IOException failed) {
      throw new UncheckedIOException("Could not make the column cache in " + directory, failed);
    }
  }

  @Override
  public LocalFiles localize(List<ScanPlan.DataFile> files, Set<String> columns) {
    List<Entry> used = acquire(files);
    AtomicBoolean released = new AtomicBoolean();
    Runnable release =
        () -> {
          if (released.compareAndSet(false, true)) {
            release(used);
          }
        };
    try {
      long fetched = bring(used, columns);
      return new LocalFiles(
          used.stream().map(entry -> entry.file.path()).toList(), fetched, release);
    } catch (RuntimeException failed) {
      release.run();
      throw failed;
    }
  }

  private long bring(List<Entry> used, Set<String> columns) {
    List<CompletableFuture<Long>> tasks =
        used.stream()
            .map(entry -> CompletableFuture.supplyAsync(() -> bring(entry.file, columns), executor))
            .toList();
    long fetched = 0;
    Optional<CompletionException> failure = Optional.empty();
    // To the last, also after a failure: nobody may write to a file that is given back.
    for (CompletableFuture<Long> task : tasks) {
      try {
        fetched += task.join();
      } catch (CompletionException failed) {
        failure = Optional.of(failed);
      }
    }
    if (failure.isPresent()) {
      throw failure.get().getCause() instanceof UncheckedIOException known ? known : failure.get();
    }
    return fetched;
  }

  private long bring(CachedFile file, Set<String> columns) {
    try {
      return file.bring(columns, executor);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed.getMessage(), failed);
    }
  }

  private synchronized List<Entry> acquire(List<ScanPlan.DataFile> files) {
    List<Entry> acquired = new ArrayList<>(files.size());
    try {
      for (ScanPlan.DataFile file : files) {
        Entry entry = entries.get(file.location());
        if (entry == null) {
          entry = new Entry(create(file));
          entries.put(file.location(), entry);
        }
        entry.readers++;
        acquired.add(entry);
      }
      return acquired;
    } catch (IOException failed) {
      release(acquired);
      throw new UncheckedIOException("Could not make a file of the column cache", failed);
    }
  }

  private CachedFile create(ScanPlan.DataFile file) throws IOException {
    return new CachedFile(
        SparseFile.create(
            file.location(), directory.newFile(), file.sizeBytes(), fetcher, storage));
  }

  private synchronized void release(List<Entry> used) {
    used.forEach(entry -> entry.readers--);
    evict(0);
  }

  /** Drops files that nobody reads, until {@code needed} bytes more are within the capacity. */
  private void evict(long needed) {
    Iterator<Entry> oldestFirst = entries.values().iterator();
    while (stored + needed > capacity && oldestFirst.hasNext()) {
      Entry entry = oldestFirst.next();
      if (entry.readers == 0) {
        oldestFirst.remove();
        stored -= entry.file.storedBytes();
        try {
          entry.file.delete();
        } catch (IOException failed) {
          throw new UncheckedIOException("Could not delete " + entry.file.path(), failed);
        }
      }
    }
  }

  private synchronized void reserve(long bytes) throws IOException {
    evict(bytes);
    long usable = directory.usableBytes();
    if (bytes > usable) {
      throw new IOException(
          "The disk of the column cache has %d bytes left, and the query needs %d more: give it more"
                  .formatted(usable, bytes)
              + " disk, or query less time or fewer columns");
    }
    stored += bytes;
  }

  private synchronized void giveBack(long bytes) {
    stored -= bytes;
  }

  /** How many bytes are kept now. */
  synchronized long storedBytes() {
    return stored;
  }

  @Override
  public void close() {
    executor.close();
    try {
      directory.close();
    } catch (IOException failed) {
      throw new UncheckedIOException("Could not delete the column cache", failed);
    }
  }

  private static final class Entry {
    private final CachedFile file;
    private int readers;

    Entry(CachedFile file) {
      this.file = file;
    }
  }
}
