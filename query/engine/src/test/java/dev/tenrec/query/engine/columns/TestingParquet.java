package dev.tenrec.query.engine.columns;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A DuckDB that writes and reads the files of a test. */
final class TestingParquet implements AutoCloseable {
  private final Connection connection;

  TestingParquet() throws SQLException {
    connection = DriverManager.getConnection("jdbc:duckdb:");
    execute("SET threads = 2");
  }

  void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Writes events in several row groups, each a little different from those of another seed. */
  void write(Path file, int rows, int seed) throws SQLException {
    execute(
        """
        COPY (
          SELECT
            1::BIGINT AS project_id,
            md5(i::VARCHAR || '%2$d') AS uuid,
            'event ' || (i %% 7) AS event,
            md5((i %% 997)::VARCHAR) AS person_id,
            TIMESTAMP '2026-03-01' + INTERVAL (i) SECOND AS timestamp,
            CASE WHEN i %% 3 = 0 THEN NULL ELSE 'https://shop.test/' || (i %% 50) END AS current_url,
            [md5(i::VARCHAR), 'second ' || (i %% 11)] AS distinct_ids,
            '{"price":' || (i * %2$d %% 1000) || ',"text":"' || md5((i + %2$d)::VARCHAR) || '"}'
              AS properties
          FROM range(%1$d) numbers(i)
        ) TO '%3$s' (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 20000)
        """
            .formatted(rows, seed, file));
  }

  /** The rows that {@code select} gives over {@code files}. */
  List<List<Object>> rows(String select, List<Path> files) throws SQLException {
    String list =
        files.stream().map(file -> "'" + file + "'").collect(Collectors.joining(", ", "[", "]"));
    try (Connection reader = connection.unwrap(org.duckdb.DuckDBConnection.class).duplicate();
        Statement statement = reader.createStatement();
        ResultSet results =
            statement.executeQuery(
                select.replace("FILES", "read_parquet(" + list + ", union_by_name = true)"))) {
      List<List<Object>> rows = new ArrayList<>();
      while (results.next()) {
        List<Object> row = new ArrayList<>();
        for (int column = 1; column <= results.getMetaData().getColumnCount(); column++) {
          row.add(String.valueOf(results.getObject(column)));
        }
        rows.add(row);
      }
      return rows;
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
