package dev.tenrec.query.engine.duckdb;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenrec.query.engine.Cost;
import dev.tenrec.query.engine.EngineSettings;
import dev.tenrec.query.engine.FileSource;
import dev.tenrec.query.engine.QueryEngine;
import dev.tenrec.query.engine.QueryResult;
import dev.tenrec.query.engine.ScanPlanner;
import dev.tenrec.query.hogql.plan.Plan;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * DuckDB in this process.
 *
 * <ul>
 *   <li>It reads files of one directory and nothing else: no network, no extensions, no other file.
 *   <li>A query that runs too long is interrupted; one that needs too much memory, or whose rows
 *       are too large, fails. Others, and the process, go on.
 * </ul>
 */
public final class DuckDbEngine implements QueryEngine, AutoCloseable {
  private final EngineSettings settings;
  private final Database database;
  private final ScanPlanner planner;
  private final FileSource source;
  private final InstantSource clock;

  public DuckDbEngine(
      EngineSettings settings, ScanPlanner planner, FileSource source, InstantSource clock) {
    this.settings = requireNonNull(settings, "settings is null");
    this.database = new Database(settings);
    this.planner = requireNonNull(planner, "planner is null");
    this.source = requireNonNull(source, "source is null");
    this.clock = requireNonNull(clock, "clock is null");
  }

  @Override
  public QueryResult run(Plan plan) {
    try {
      return run(plan, Optional.empty());
    } catch (MissingColumnException olderFiles) {
      return run(plan, Optional.of(this::columns));
    }
  }

  private QueryResult run(Plan plan, Optional<FileScans.ColumnProbe> probe) {
    long start = System.nanoTime();
    try (FileScans scans = new FileScans(plan.project(), planner, source, probe)) {
      String sql = print(plan, scans);
      long planned = System.nanoTime();
      List<List<JsonNode>> rows = database.query(sql, new ResultReader(plan, settings)::read);
      return new QueryResult(
          plan.columns(),
          rows,
          new Cost(
              "duckdb",
              "The data of the query fits into the function",
              scans.files(),
              scans.bytes(),
              scans.fetchedBytes(),
              scans.rows(),
              Duration.ofNanos(planned - start),
              Duration.ofNanos(System.nanoTime() - planned)),
          clock.instant(),
          false);
    }
  }

  private Set<String> columns(String files) {
    return database.query(
        "SELECT DISTINCT name FROM parquet_schema(" + files + ")",
        rows -> {
          Set<String> names = new HashSet<>();
          while (rows.next()) {
            names.add((String) rows.value(0));
          }
          return names;
        });
  }

  private String print(Plan plan, FileScans scans) {
    return new RelationPrinter(scans, new ZonePrinter(clock)).print(Staging.stage(plan.root()));
  }

  /** The SQL that a plan would run as, for people who want to see it. */
  public String explain(Plan plan) {
    try (FileScans scans =
        new FileScans(plan.project(), planner, source, Optional.of(this::columns))) {
      return print(plan, scans);
    }
  }

  @Override
  public void close() {
    try {
      database.close();
    } catch (SQLException failed) {
      throw new IllegalStateException("DuckDB could not be closed", failed);
    }
  }
}
