package dev.tenrec.commit;

import static org.apache.iceberg.expressions.Expressions.and;
import static org.apache.iceberg.expressions.Expressions.greaterThanOrEqual;
import static org.apache.iceberg.expressions.Expressions.lessThan;

import dev.tenrec.commit.DuplicateFilter.Known;
import dev.tenrec.lake.LakeTable;
import dev.tenrec.lake.Micros;
import dev.tenrec.lake.parquet.RowFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.Table;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.types.Conversions;
import org.apache.iceberg.types.Types;

/** The files of a table that hold the days of new files, or a day beside one of them. */
final class NearbyFiles {
  private static final long DAY = 86_400_000_000L;

  private final List<Near> files;

  private NearbyFiles(List<Near> files) {
    this.files = files;
  }

  /** A file with the first and the last day it may hold. */
  private record Near(Known known, int first, int last) {}

  static NearbyFiles of(Table table, LakeTable definition, HashCache cache, List<NewFile> fresh) {
    NavigableSet<Integer> days = new TreeSet<>();
    fresh.forEach(file -> days.addAll(withNeighbours(file.days())));
    if (days.isEmpty()) {
      return new NearbyFiles(List.of());
    }
    String column = definition.dayColumn().orElseThrow();
    int columnId = table.schema().findField(column).fieldId();
    List<FileScanTask> near = new ArrayList<>();
    try (CloseableIterable<FileScanTask> tasks =
        table
            .newScan()
            .includeColumnStats()
            .filter(
                and(
                    greaterThanOrEqual(column, days.first() * DAY),
                    lessThan(column, (days.last() + 1) * DAY)))
            .planFiles()) {
      for (FileScanTask task : tasks) {
        if (holdsOneOf(first(task, columnId), last(task, columnId), days)) {
          near.add(task);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("could not plan " + table.name(), e);
    }
    return new NearbyFiles(
        Parallel.map(
            near,
            task ->
                new Near(
                    known(table.io().newInputFile(task.file()), definition, cache),
                    first(task, columnId),
                    last(task, columnId))));
  }

  private static int first(FileScanTask task, int columnId) {
    return task.spec().isUnpartitioned()
        ? day(task.file().lowerBounds(), columnId, Integer.MIN_VALUE)
        : task.file().partition().get(0, Integer.class);
  }

  private static int last(FileScanTask task, int columnId) {
    return task.spec().isUnpartitioned()
        ? day(task.file().upperBounds(), columnId, Integer.MAX_VALUE)
        : task.file().partition().get(0, Integer.class);
  }

  private static int day(Map<Integer, ByteBuffer> bounds, int columnId, int unknown) {
    ByteBuffer bound = bounds == null ? null : bounds.get(columnId);
    return bound == null
        ? unknown
        : Micros.dayOf((long) Conversions.fromByteBuffer(Types.TimestampType.withoutZone(), bound));
  }

  private static Known known(InputFile input, LakeTable definition, HashCache cache) {
    KeyHashes hashes =
        cache
            .get(input.location())
            .orElseGet(
                () -> {
                  try (RowFile file = RowFile.open(input)) {
                    KeyHashes read = KeyHashes.read(file, definition).sortedOnly();
                    cache.put(input.location(), read);
                    return read;
                  }
                });
    return new Known(input, hashes);
  }

  /** The files near these days. */
  List<Known> of(Set<Integer> days) {
    NavigableSet<Integer> wanted = withNeighbours(days);
    return files.stream()
        .filter(file -> holdsOneOf(file.first(), file.last(), wanted))
        .map(Near::known)
        .toList();
  }

  private static boolean holdsOneOf(int first, int last, NavigableSet<Integer> days) {
    Integer next = days.ceiling(first);
    return next != null && next <= last;
  }

  private static NavigableSet<Integer> withNeighbours(Set<Integer> days) {
    NavigableSet<Integer> all = new TreeSet<>();
    for (int day : days) {
      all.addAll(List.of(day - 1, day, day + 1));
    }
    return all;
  }
}
