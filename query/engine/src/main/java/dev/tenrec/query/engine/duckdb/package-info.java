/**
 * DuckDB as an engine: the typed tree printed in its dialect, and run in this process without
 * access to anything but one directory. Start at {@link
 * dev.tenrec.query.engine.duckdb.DuckDbEngine}.
 */
package dev.tenrec.query.engine.duckdb;
