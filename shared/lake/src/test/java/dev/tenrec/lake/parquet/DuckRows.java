package dev.tenrec.lake.parquet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Array;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads Parquet bytes with DuckDB, as an opinion that is not ours. */
final class DuckRows {
  private DuckRows() {}

  static List<List<Object>> read(byte[] parquet) {
    return query(parquet, "select * from read_parquet('%s')");
  }

  static List<List<Object>> query(byte[] parquet, String sql) {
    try {
      Path file = Files.createTempFile("rows", ".parquet");
      try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
          Statement statement = connection.createStatement()) {
        Files.write(file, parquet);
        return rows(statement.executeQuery(sql.formatted(file)));
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<List<Object>> rows(ResultSet result) throws SQLException {
    List<List<Object>> rows = new ArrayList<>();
    while (result.next()) {
      List<Object> row = new ArrayList<>();
      for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
        row.add(plain(result.getObject(i), result, i));
      }
      rows.add(row);
    }
    return rows;
  }

  private static Object plain(Object value, ResultSet result, int column) throws SQLException {
    return switch (value) {
      case null -> null;
      case Timestamp ignored -> micros(result.getObject(column, LocalDateTime.class));
      case Array array -> Arrays.asList((Object[]) array.getArray());
      default -> value;
    };
  }

  private static long micros(LocalDateTime time) {
    return time.toEpochSecond(ZoneOffset.UTC) * 1_000_000 + time.getNano() / 1_000;
  }
}
