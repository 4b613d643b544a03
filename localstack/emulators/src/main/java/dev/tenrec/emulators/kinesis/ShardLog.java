package dev.tenrec.emulators.kinesis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Stream;

/**
 * The records of one shard, in segment files named by their first sequence number.
 *
 * <ul>
 *   <li>What {@link #append} returned survives {@code kill -9} of this process, because the
 *       operating system had it before; nothing is forced to the disk, so a power cut may take the
 *       last seconds.
 *   <li>A reader sees a record only when all of it is written.
 *   <li>Sequence numbers grow, also across restarts.
 * </ul>
 */
final class ShardLog implements AutoCloseable {
  private static final String SUFFIX = ".log";

  private final Path directory;
  private final InstantSource clock;
  private final long segmentBytes;
  private final long start;
  private final NavigableMap<Long, Segment> segments = new ConcurrentSkipListMap<>();
  private final ReentrantLock appending = new ReentrantLock();
  // Its write lock keeps readers away while segments are deleted and closed.
  private final ReentrantReadWriteLock life = new ReentrantReadWriteLock();
  private volatile long last;

  private ShardLog(Path directory, long start, InstantSource clock, long segmentBytes) {
    this.directory = directory;
    this.start = start;
    this.clock = clock;
    this.segmentBytes = segmentBytes;
    this.last = start - 1;
  }

  /** Opens what is in {@code directory}, which need not exist; no record is below {@code start}. */
  static ShardLog open(Path directory, long start, InstantSource clock, long segmentBytes)
      throws IOException {
    ShardLog log = new ShardLog(directory, start, clock, segmentBytes);
    Files.createDirectories(directory);
    List<Long> firsts = log.firstSequences();
    for (int i = 0; i < firsts.size(); i++) {
      long first = firsts.get(i);
      Path path = log.path(first);
      log.segments.put(
          first,
          i == firsts.size() - 1
              ? Segment.openNewest(path, first)
              : Segment.openFull(path, firsts.get(i + 1)));
    }
    if (!firsts.isEmpty()) {
      log.last = Math.max(log.last, log.segments.lastEntry().getValue().last());
    }
    return log;
  }

  private List<Long> firstSequences() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(SUFFIX))
          .map(file -> Long.parseLong(file.substring(0, file.length() - SUFFIX.length())))
          .sorted()
          .toList();
    }
  }

  private Path path(long first) {
    return directory.resolve("%020d".formatted(first) + SUFFIX);
  }

  /** The highest sequence number given out, or one below the start. */
  long last() {
    return last;
  }

  /** Appends the records in their order and returns their sequence numbers. */
  List<Long> append(List<NewRecord> records) throws IOException {
    life.readLock().lock();
    appending.lock();
    try {
      long next = Math.max(last + 1, Math.max(start, Sequence.at(clock.instant())));
      List<Long> sequences = new ArrayList<>(records.size());
      List<byte[]> encoded = new ArrayList<>(records.size());
      for (NewRecord record : records) {
        sequences.add(next);
        encoded.add(RecordFormat.encode(next++, record));
      }
      ByteBuffer bytes = ByteBuffer.allocate(encoded.stream().mapToInt(it -> it.length).sum());
      encoded.forEach(bytes::put);
      segment(sequences.getFirst()).append(bytes.flip(), sequences.getFirst(), next - 1);
      last = next - 1;
      return sequences;
    } finally {
      appending.unlock();
      life.readLock().unlock();
    }
  }

  private Segment segment(long next) throws IOException {
    if (segments.isEmpty() || segments.lastEntry().getValue().size() >= segmentBytes) {
      segments.put(next, Segment.create(path(next), next));
    }
    return segments.lastEntry().getValue();
  }

  /**
   * Returns records from {@code sequence} on: at most {@code count}, and at most {@code bytes} of
   * them unless the first alone is larger.
   */
  List<StoredRecord> read(long sequence, int count, int bytes) throws IOException {
    life.readLock().lock();
    try {
      ReadLimit limit = new ReadLimit(count, bytes);
      Long first = segments.floorKey(sequence);
      for (Segment segment : segments.tailMap(first == null ? sequence : first, true).values()) {
        if (!segment.read(sequence, limit::take)) {
          break;
        }
      }
      return limit.taken;
    } finally {
      life.readLock().unlock();
    }
  }

  private static final class ReadLimit {
    private final List<StoredRecord> taken = new ArrayList<>();
    private final int count;
    private long bytesLeft;

    ReadLimit(int count, int bytes) {
      this.count = count;
      this.bytesLeft = bytes;
    }

    boolean take(StoredRecord record) {
      bytesLeft -= record.data().length;
      if (taken.size() == count || (bytesLeft < 0 && !taken.isEmpty())) {
        return false;
      }
      return taken.add(record);
    }
  }

  /** Deletes the segments that hold only records below {@code horizon}, but never the newest. */
  void trim(long horizon) throws IOException {
    if (segments.size() < 2 || segments.firstEntry().getValue().last() >= horizon) {
      return;
    }
    life.writeLock().lock();
    try {
      while (segments.size() > 1 && segments.firstEntry().getValue().last() < horizon) {
        segments.pollFirstEntry().getValue().delete();
      }
    } finally {
      life.writeLock().unlock();
    }
  }

  /** Deletes everything. */
  void delete() throws IOException {
    life.writeLock().lock();
    try {
      while (!segments.isEmpty()) {
        segments.pollFirstEntry().getValue().delete();
      }
      Files.deleteIfExists(directory);
    } finally {
      life.writeLock().unlock();
    }
  }

  @Override
  public void close() {
    life.writeLock().lock();
    try {
      for (Segment segment : segments.values()) {
        segment.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot close " + directory + ": " + e, e);
    } finally {
      life.writeLock().unlock();
    }
  }
}
