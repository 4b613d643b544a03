package dev.tenrec.maintenance;

import dev.tenrec.lake.LakeTable;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.iceberg.DataFile;

/**
 * Files to be exchanged for others with the same rows.
 *
 * @param table their table
 * @param snapshotId the snapshot they were found in
 * @param day the day they are of, if it is one
 * @param files the files
 */
record RewriteGroup(
    LakeTable table, long snapshotId, Optional<LocalDate> day, List<DataFile> files) {
  RewriteGroup {
    files = List.copyOf(files);
  }

  /** Whether the files hold rows of several days that could have files of their own. */
  boolean isOfSeveralDays() {
    return day.isEmpty() && table.dayColumn().isPresent();
  }
}
