/**
 * The lake function: reads what the project accepted or refused from the processed stream, writes
 * it as Parquet files, and registers them for their commit, each record exactly once.
 *
 * <p>Start at {@link dev.tenrec.lake.write.LakeWriter}; {@link dev.tenrec.lake.write.LakeHandler}
 * is what Lambda calls. This package never changes a table.
 */
package dev.tenrec.lake.write;
