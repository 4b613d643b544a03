package dev.tenrec.commit;

import dev.tenrec.lake.FilePlacement;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.Metrics;
import org.apache.iceberg.Table;
import org.apache.iceberg.io.InputFile;

/**
 * A file on its way into a table.
 *
 * @param location where it is
 * @param day the day it is placed in, if it is one
 * @param sizeBytes its size
 * @param input its bytes, in memory
 * @param metrics its metrics
 * @param days the days its rows are of, in days since 1970; empty for a table without days
 * @param hashes the hashes of its rows' keys in the order of the rows; empty for a table that takes
 *     duplicates
 */
record NewFile(
    String location,
    Optional<LocalDate> day,
    long sizeBytes,
    InputFile input,
    Metrics metrics,
    Set<Integer> days,
    KeyHashes hashes) {

  long rows() {
    return metrics.recordCount();
  }

  DataFile describe(Table table) {
    return new FilePlacement(table, day).describe(location, sizeBytes, metrics);
  }
}
