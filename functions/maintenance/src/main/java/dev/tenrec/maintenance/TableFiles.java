package dev.tenrec.maintenance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.io.CloseableIterable;

/**
 * The files of one snapshot of a table, by the day they are of.
 *
 * @param snapshotId the snapshot
 * @param byDay the files of each day, days in order; files of no one day under {@link
 *     LocalDate#MIN}
 */
record TableFiles(long snapshotId, TreeMap<LocalDate, List<DataFile>> byDay) {

  /** The files of the table as it is now; empty when it never had any. */
  static Optional<TableFiles> of(Table table) {
    Snapshot snapshot = table.currentSnapshot();
    if (snapshot == null) {
      return Optional.empty();
    }
    TreeMap<LocalDate, List<DataFile>> byDay = new TreeMap<>();
    try (CloseableIterable<FileScanTask> tasks =
        table.newScan().useSnapshot(snapshot.snapshotId()).includeColumnStats().planFiles()) {
      for (FileScanTask task : tasks) {
        if (!task.deletes().isEmpty()) {
          throw new IllegalStateException(
              table.name()
                  + " has delete files, which another engine wrote: run that engine's compaction"
                  + " and set write.delete.mode to copy-on-write");
        }
        byDay.computeIfAbsent(day(task), day -> new ArrayList<>()).add(task.file());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("could not plan " + table.name(), e);
    }
    return Optional.of(new TableFiles(snapshot.snapshotId(), byDay));
  }

  private static LocalDate day(FileScanTask task) {
    return task.spec().isUnpartitioned()
        ? LocalDate.MIN
        : LocalDate.ofEpochDay(task.file().partition().get(0, Integer.class));
  }

  List<DataFile> all() {
    return byDay.values().stream().flatMap(List::stream).toList();
  }

  /** The files of one day, or those of no one day. */
  List<DataFile> of(Optional<LocalDate> day) {
    return byDay.getOrDefault(day.orElse(LocalDate.MIN), Collections.emptyList());
  }

  /** The days, latest first; empty for the files of no one day, which come last. */
  List<Optional<LocalDate>> days() {
    return byDay.descendingKeySet().stream()
        .map(day -> day.equals(LocalDate.MIN) ? Optional.<LocalDate>empty() : Optional.of(day))
        .toList();
  }
}
