package dev.tenrec.query.engine.duckdb;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.BooleanSupplier;

/**
 * The rows of a running query, one after the other.
 *
 * @param results where DuckDB gives them
 * @param stopped whether the query has run for too long
 */
record Rows(ResultSet results, BooleanSupplier stopped) {
  /** Goes on to the next row; false after the last. */
  boolean next() throws SQLException {
    if (stopped.getAsBoolean()) {
      throw new SQLException("The query was stopped between two rows");
    }
    return results.next();
  }

  /** A value of this row; columns count from 0. */
  Object value(int column) throws SQLException {
    return results.getObject(column + 1);
  }
}
