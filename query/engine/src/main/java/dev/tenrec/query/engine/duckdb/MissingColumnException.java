package dev.tenrec.query.engine.duckdb;

/** None of the files of a scan has a column yet that the table has been given since. */
final class MissingColumnException extends RuntimeException {
  private static final long serialVersionUID = 1;

  MissingColumnException(Throwable cause) {
    super("A column is in no file", cause);
  }
}
