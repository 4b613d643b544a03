/**
 * Brings of every Parquet file only the columns a query reads, into local files with holes. Start
 * with {@link dev.tenrec.query.engine.columns.ColumnCache}. Knows Parquet's footer, not its data.
 */
package dev.tenrec.query.engine.columns;
