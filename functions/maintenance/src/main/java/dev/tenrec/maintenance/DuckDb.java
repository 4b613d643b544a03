package dev.tenrec.maintenance;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** DuckDB in this process, with a limit to its memory and a folder for what goes over it. */
final class DuckDb implements AutoCloseable {
  private final Connection connection;

  private DuckDb(Connection connection) {
    this.connection = connection;
  }

  static DuckDb open(Path folder, long memoryBytes) {
    try {
      DuckDb duckDb = new DuckDb(DriverManager.getConnection("jdbc:duckdb:"));
      duckDb.run("set memory_limit = '" + memoryBytes + "B'");
      duckDb.run("set temp_directory = " + Sql.text(folder.toString()));
      duckDb.run("set autoinstall_known_extensions = false");
      return duckDb;
    } catch (SQLException e) {
      throw new IllegalStateException("DuckDB does not start: " + e.getMessage(), e);
    }
  }

  void run(String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw failed(sql, e);
    }
  }

  /** The first column of the result. */
  List<Long> longs(String sql) {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      List<Long> values = new ArrayList<>();
      while (result.next()) {
        values.add(result.getLong(1));
      }
      return values;
    } catch (SQLException e) {
      throw failed(sql, e);
    }
  }

  private static IllegalStateException failed(String sql, SQLException e) {
    return new IllegalStateException("DuckDB refused: " + e.getMessage() + "\nSQL: " + sql, e);
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException("DuckDB does not stop: " + e.getMessage(), e);
    }
  }
}
