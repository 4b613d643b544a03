package dev.tenrec.lake.parquet;

import org.apache.iceberg.Metrics;

/**
 * A finished Parquet file.
 *
 * @param bytes the whole file
 * @param metrics its metrics, for the table's metadata
 */
public record WrittenFile(byte[] bytes, Metrics metrics) {}
