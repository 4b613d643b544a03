/**
 * The lake: what tables there are, where they are, and which files a query has to read.
 *
 * <p>Start at {@link dev.tenrec.lake.Lake}; {@link dev.tenrec.lake.LakeTable} defines the tables.
 * Rows become Parquet in {@code dev.tenrec.lake.parquet}, and the state of the way into the tables
 * is in {@code dev.tenrec.lake.pipeline}. This package never reads or writes rows itself.
 */
package dev.tenrec.lake;
