package dev.tenrec.lake;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.OptionalLong;

/**
 * What a query has to read: the files of one snapshot that can hold rows of the project and the
 * time asked for. The files still hold other rows, so the query filters by both again.
 *
 * @param snapshotId the snapshot that was planned; empty for a table without any data
 * @param files the files to read
 * @param columns the table's columns; a file written before a column was added lacks it
 */
public record ScanPlan(OptionalLong snapshotId, List<DataFile> files, List<LakeColumn> columns) {
  public ScanPlan {
    requireNonNull(snapshotId, "snapshotId is null");
    files = List.copyOf(files);
    columns = List.copyOf(columns);
  }

  /** How many bytes the files have together. */
  public long sizeBytes() {
    return files.stream().mapToLong(DataFile::sizeBytes).sum();
  }

  /** How many rows the files have together. */
  public long records() {
    return files.stream().mapToLong(DataFile::records).sum();
  }

  /**
   * One Parquet file.
   *
   * @param location where it is, such as {@code s3://bucket/key}
   * @param sizeBytes its size
   * @param records how many rows it has
   */
  public record DataFile(String location, long sizeBytes, long records) {
    public DataFile {
      requireNonNull(location, "location is null");
    }
  }
}
