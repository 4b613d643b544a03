package dev.tenrec.query.engine.columns;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;

/** A Parquet file of which the footer and the columns read so far are here. */
final class CachedFile {
  // To fetch so much costs less than to ask for a footer first.
  private static final long SMALL = 512 << 10;
  // Holds the footer of a few dozen columns in a handful of row groups.
  private static final long TAIL = 64 << 10;

  private final SparseFile file;
  private volatile Optional<ColumnChunks> chunks = Optional.empty();

  CachedFile(SparseFile file) {
    this.file = file;
  }

  Path path() {
    return file.path();
  }

  long storedBytes() {
    return file.storedBytes();
  }

  void delete() throws IOException {
    file.delete();
  }

  /** Fetches what is missing of these columns, and returns how many bytes it was. */
  long bring(Set<String> columns, ExecutorService executor) throws IOException {
    if (file.size() <= SMALL) {
      return file.fill(List.of(new ByteRange(0, file.size())), executor);
    }
    long fetched = 0;
    if (chunks.isEmpty()) {
      ByteRange tail = end(TAIL);
      fetched += file.fill(List.of(tail), executor);
      ByteRange footer = end(ColumnChunks.footerLength(file.read(tail), file.location()));
      fetched += file.fill(List.of(footer), executor);
      chunks = Optional.of(ColumnChunks.parse(file.read(footer), file.location()));
    }
    return fetched + file.fill(chunks.orElseThrow().of(columns), executor);
  }

  private ByteRange end(long length) {
    return new ByteRange(Math.max(0, file.size() - length), file.size());
  }
}
