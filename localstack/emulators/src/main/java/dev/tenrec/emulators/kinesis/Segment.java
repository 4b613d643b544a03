package dev.tenrec.emulators.kinesis;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Predicate;

/**
 * A file of consecutive records of one shard. One thread appends; any number reads what was
 * appended completely.
 */
final class Segment implements AutoCloseable {
  private static final int INDEX_GAP = 64 << 10;
  private static final int CHUNK = 256 << 10;

  private final Path path;
  private final FileChannel channel;
  // Sparse: a sequence number and the place of its record for every INDEX_GAP bytes.
  private final NavigableMap<Long, Long> index = new ConcurrentSkipListMap<>();
  private boolean indexed;
  private volatile long end;
  private volatile long last;

  private Segment(Path path, FileChannel channel, long end, long last, boolean indexed) {
    this.path = path;
    this.channel = channel;
    this.end = end;
    this.last = last;
    this.indexed = indexed;
  }

  /** Creates an empty one whose records begin at {@code first}. */
  static Segment create(Path path, long first) throws IOException {
    return new Segment(path, open(path, StandardOpenOption.CREATE_NEW), 0, first - 1, true);
  }

  /** Opens one that is followed by another, whose first record is {@code next} or later. */
  static Segment openFull(Path path, long next) throws IOException {
    return new Segment(path, open(path), Files.size(path), next - 1, false);
  }

  /**
   * Opens the newest one and cuts off what a crash has left incomplete, which nobody was promised.
   */
  static Segment openNewest(Path path, long first) throws IOException {
    Segment segment = new Segment(path, open(path), Files.size(path), first - 1, true);
    long whole = segment.buildIndex();
    if (whole < segment.end) {
      System.getLogger(Segment.class.getName())
          .log(
              System.Logger.Level.WARNING,
              "Cut off {0} incomplete bytes at the end of {1}",
              segment.end - whole,
              path);
      segment.channel.truncate(whole);
      segment.end = whole;
    }
    return segment;
  }

  private static FileChannel open(Path path, StandardOpenOption... more) throws IOException {
    Set<StandardOpenOption> options = EnumSet.of(StandardOpenOption.READ, StandardOpenOption.WRITE);
    options.addAll(List.of(more));
    return FileChannel.open(path, options);
  }

  long size() {
    return end;
  }

  /** The highest sequence number in it. */
  long last() {
    return last;
  }

  /** Appends whole records; returns when the operating system has them. */
  void append(ByteBuffer records, long firstSequence, long lastSequence) throws IOException {
    long at = end;
    if (index.isEmpty() || at - index.lastEntry().getValue() >= INDEX_GAP) {
      index.put(firstSequence, at);
    }
    long position = at;
    while (records.hasRemaining()) {
      position += channel.write(records, position);
    }
    last = lastSequence;
    end = position;
  }

  /** Hands over the records from {@code sequence} on until {@code wanted} refuses one. */
  boolean read(long sequence, Predicate<StoredRecord> wanted) throws IOException {
    synchronized (this) {
      if (!indexed) {
        if (buildIndex() < end) {
          throw new IOException(
              path + " is damaged in the middle: restore it or delete the stream");
        }
        indexed = true;
      }
    }
    long start =
        Optional.ofNullable(index.floorEntry(sequence)).map(Map.Entry::getValue).orElse(0L);
    return walk(start, (record, at) -> record.sequence() < sequence || wanted.test(record)).more();
  }

  private long buildIndex() throws IOException {
    long[] indexedAt = {-INDEX_GAP};
    return walk(
            0,
            (record, at) -> {
              if (at - indexedAt[0] >= INDEX_GAP) {
                index.put(record.sequence(), at);
                indexedAt[0] = at;
              }
              last = Math.max(last, record.sequence());
              return true;
            })
        .position();
  }

  @FunctionalInterface
  private interface Visitor {
    boolean visit(StoredRecord record, long at);
  }

  private record Walked(long position, boolean more) {}

  /** Visits records until the visitor refuses one or the next one is not whole. */
  private Walked walk(long start, Visitor visitor) throws IOException {
    long limit = end;
    long position = start;
    int chunk = CHUNK;
    while (position < limit) {
      ByteBuffer buffer = load(position, (int) Math.min(chunk, limit - position));
      Optional<StoredRecord> record = RecordFormat.decode(buffer);
      if (record.isEmpty()) {
        // Either larger than the chunk, then once more with enough of it, or torn.
        long needed = buffer.limit() < RecordFormat.HEADER ? 0 : RecordFormat.size(buffer);
        if (needed <= chunk || needed > limit - position) {
          return new Walked(position, true);
        }
        chunk = (int) needed;
        continue;
      }
      for (; record.isPresent(); record = RecordFormat.decode(buffer)) {
        if (!visitor.visit(record.get(), position)) {
          return new Walked(position, false);
        }
        position += RecordFormat.size(record.get());
      }
      chunk = CHUNK;
    }
    return new Walked(position, true);
  }

  private ByteBuffer load(long position, int size) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(size);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, position + buffer.position()) < 0) {
        throw new EOFException(path + " is shorter than " + (position + size) + " bytes");
      }
    }
    return buffer.flip();
  }

  void delete() throws IOException {
    close();
    Files.deleteIfExists(path);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
