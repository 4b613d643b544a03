/**
 * Rows to Parquet and back, without Hadoop: files are made in memory, in zstd, with Iceberg's field
 * ids, and their metrics come from the footer.
 *
 * <p>Start at {@link dev.tenrec.lake.parquet.RowFileWriter} to write, {@link
 * dev.tenrec.lake.parquet.RowFile} to read. This package knows nothing of events or of where files
 * are.
 */
package dev.tenrec.lake.parquet;
