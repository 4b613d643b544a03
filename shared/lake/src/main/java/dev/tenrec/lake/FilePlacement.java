package dev.tenrec.lake;

import java.time.LocalDate;
import java.util.Optional;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DataFiles;
import org.apache.iceberg.FileFormat;
import org.apache.iceberg.Metrics;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Table;

/**
 * Where a file of a table goes: into the partition of a day, or, for rows of several days or a
 * table without days, outside of all partitions.
 *
 * @param table the table
 * @param day the day all rows belong to, if it is one
 */
public record FilePlacement(Table table, Optional<LocalDate> day) {
  /** The place of a new file with this name. */
  public String location(String name) {
    return table.locationProvider().newDataLocation(path().map(it -> it + "/").orElse("") + name);
  }

  /** The file as the table's metadata has it. */
  public DataFile describe(String location, long sizeBytes, Metrics metrics) {
    DataFiles.Builder builder =
        DataFiles.builder(spec())
            .withPath(location)
            .withFormat(FileFormat.PARQUET)
            .withFileSizeInBytes(sizeBytes)
            .withMetrics(metrics);
    path().ifPresent(builder::withPartitionPath);
    return builder.build();
  }

  private Optional<String> path() {
    return day.map(date -> spec().fields().getFirst().name() + "=" + date);
  }

  private PartitionSpec spec() {
    return table.specs().values().stream()
        .filter(spec -> spec.isUnpartitioned() == day.isEmpty())
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "table "
                        + table.name()
                        + " has no partition spec for "
                        + day.map(date -> "the day " + date).orElse("rows of several days")
                        + ": let Tenrec create its tables"));
  }
}
