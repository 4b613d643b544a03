package dev.tenrec.query.engine.duckdb;

import dev.tenrec.query.engine.EngineSettings;
import dev.tenrec.query.engine.QueryFailedException;
import dev.tenrec.query.engine.QueryFailedException.Code;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;

/**
 * One DuckDB in memory, locked up; each query has a connection of its own.
 *
 * <p>Results are streamed: DuckDB holds a whole result outside of its memory limit, so that a large
 * one would end the process. Who reads a stream can stop.
 */
final class Database implements AutoCloseable {
  private static final Duration AGAIN = Duration.ofMillis(200);

  private final EngineSettings settings;
  private final DuckDBConnection whole;
  private final DuckDBConnection streaming;
  private final ScheduledThreadPoolExecutor interrupter;

  Database(EngineSettings settings) {
    this.settings = settings;
    interrupter =
        new ScheduledThreadPoolExecutor(
            1,
            work -> {
              Thread thread = new Thread(work, "query-timeout");
              thread.setDaemon(true);
              return thread;
            });
    interrupter.setRemoveOnCancelPolicy(true);
    try {
      Files.createDirectories(settings.directory());
      whole = open();
      streaming = whole.duplicate();
      set(streaming, "SET SESSION " + DuckDBDriver.JDBC_STREAM_RESULTS + " = true");
      set(whole, "SET lock_configuration = true");
    } catch (IOException failed) {
      throw new UncheckedIOException("Could not make " + settings.directory(), failed);
    } catch (SQLException failed) {
      throw new IllegalStateException("DuckDB could not be opened", failed);
    }
  }

  private DuckDBConnection open() throws SQLException {
    Path directory = settings.directory().toAbsolutePath();
    DuckDBConnection connection =
        (DuckDBConnection) new DuckDBDriver().connect("jdbc:duckdb:", new Properties());
    for (String setting :
        new String[] {
          "SET threads = " + settings.threads(),
          "SET memory_limit = '" + settings.memoryBytes() / 1024 + "KiB'",
          "SET temp_directory = " + Sql.text(directory.resolve("spill").toString()),
          "SET autoinstall_known_extensions = false",
          "SET autoload_known_extensions = false",
          "SET TimeZone = 'UTC'",
          "SET error_on_division_by_zero = false",
          "SET preserve_insertion_order = false",
          "SET allowed_directories = [" + Sql.text(directory.toString()) + "]",
          "SET enable_external_access = false"
        }) {
      set(connection, setting);
    }
    return connection;
  }

  private static void set(DuckDBConnection connection, String setting) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(setting);
    }
  }

  /** Reads the results of a query; when it stops before their end, the query stops too. */
  interface Reader<T> {
    T read(Rows rows) throws SQLException;
  }

  <T> T query(String sql, Reader<T> reader) {
    try {
      return attempted(sql, reader);
    } catch (QueryFailedException failed) {
      if (failed.code() == Code.MEMORY) {
        // Else the heap stays as large as what was read, beside the memory that is DuckDB's.
        System.gc();
      }
      throw failed;
    }
  }

  private <T> T attempted(String sql, Reader<T> reader) {
    AtomicBoolean timedOut = new AtomicBoolean();
    long deadline = System.nanoTime() + settings.timeout().toNanos();
    try {
      return query(streaming, sql, reader, deadline, timedOut);
    } catch (SQLException failed) {
      if (timedOut.get() || !Failures.isLost(failed)) {
        throw Failures.of(failed, sql, timedOut.get(), settings);
      }
    }
    try {
      return query(whole, sql, reader, deadline, timedOut);
    } catch (SQLException failed) {
      throw Failures.of(failed, sql, timedOut.get(), settings);
    }
  }

  private <T> T query(
      DuckDBConnection root, String sql, Reader<T> reader, long deadline, AtomicBoolean timedOut)
      throws SQLException {
    try (Connection connection = root.duplicate();
        Statement statement = connection.createStatement()) {
      // An interrupt between two fetches is lost, hence more than one.
      Future<?> timeout =
          interrupter.scheduleWithFixedDelay(
              () -> interrupt(statement, timedOut),
              deadline - System.nanoTime(),
              AGAIN.toNanos(),
              TimeUnit.NANOSECONDS);
      try (ResultSet results = statement.executeQuery(sql)) {
        return reader.read(new Rows(results, timedOut::get));
      } catch (OutOfMemoryError largeRows) {
        throw Failures.tooLarge(settings, largeRows);
      } finally {
        timeout.cancel(false);
      }
    }
  }

  private static void interrupt(Statement statement, AtomicBoolean timedOut) {
    timedOut.set(true);
    try {
      statement.cancel();
    } catch (SQLException alreadyOver) {
      throw new QueryFailedException(
          Code.TIMEOUT, "The query could not be interrupted", alreadyOver);
    }
  }

  @Override
  public void close() throws SQLException {
    interrupter.shutdownNow();
    streaming.close();
    whole.close();
  }
}
