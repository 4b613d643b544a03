package dev.tenrec.query.engine.duckdb;

import dev.tenrec.lake.LakeColumn;
import dev.tenrec.lake.LakeTable;
import dev.tenrec.lake.ScanPlan;
import dev.tenrec.query.engine.FileSource;
import dev.tenrec.query.engine.LocalFiles;
import dev.tenrec.query.engine.ScanPlanner;
import dev.tenrec.query.hogql.plan.Relation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The scans of one query: plans each, brings its files near, and prints it with their names. The
 * files stay until this is closed. No scan is printed for another project than the query's, and it
 * has no rows but those that the table shows to that project.
 */
final class FileScans implements ScanPrinter, AutoCloseable {
  private final long project;
  private final ScanPlanner planner;
  private final FileSource source;
  private final Optional<ColumnProbe> probe;
  private final List<LocalFiles> held = new ArrayList<>();
  private final Set<String> counted = new HashSet<>();
  private long files;
  private long bytes;
  private long fetchedBytes;
  private long rows;

  /**
   * The scans of a query.
   *
   * @param probe tells which columns files have; without one they are taken to have all
   */
  FileScans(long project, ScanPlanner planner, FileSource source, Optional<ColumnProbe> probe) {
    this.project = project;
    this.planner = planner;
    this.source = source;
    this.probe = probe;
  }

  /** Looks into files which columns any of them has. */
  @FunctionalInterface
  interface ColumnProbe {
    Set<String> columns(String files);
  }

  @Override
  public String print(Relation.Scan scan) {
    if (scan.project() != project) {
      throw new IllegalStateException(
          "A scan of project %d is in a query of project %d".formatted(scan.project(), project));
    }
    LakeTable table =
        LakeTable.named(scan.table())
            .orElseThrow(() -> new IllegalStateException("No lake table " + scan.table()));
    ScanPlan plan = planner.plan(table, scan.project(), scan.range());
    if (plan.files().isEmpty()) {
      return "SELECT " + nulls(scan) + " WHERE false";
    }
    Set<String> known = plan.columns().stream().map(LakeColumn::name).collect(Collectors.toSet());
    Set<String> needed = new HashSet<>(Set.of("project_id"));
    scan.columns().stream()
        .map(Relation.ScanColumn::column)
        .filter(known::contains)
        .forEach(needed::add);
    LocalFiles local = source.localize(plan.files(), needed);
    held.add(local);
    fetchedBytes += local.fetchedBytes();
    count(plan);
    String paths = "[" + paths(local.paths()) + "]";
    probe.ifPresent(look -> known.retainAll(look.columns(paths)));
    String columns =
        scan.columns().stream()
            .map(column -> column(column, known))
            .collect(Collectors.joining(", "));
    return "SELECT %s FROM read_parquet(%s, union_by_name = true) WHERE project_id %s"
        .formatted(columns.isEmpty() ? "1 AS nothing" : columns, paths, visible(table));
  }

  private String visible(LakeTable table) {
    List<Long> projects = table.visibleTo(project);
    return projects.size() == 1
        ? "= " + project
        : projects.stream().map(String::valueOf).collect(Collectors.joining(", ", "IN (", ")"));
  }

  private void count(ScanPlan plan) {
    for (ScanPlan.DataFile file : plan.files()) {
      if (counted.add(file.location())) {
        files++;
        bytes += file.sizeBytes();
        rows += file.records();
      }
    }
  }

  private static String paths(List<Path> paths) {
    return paths.stream()
        .map(path -> Sql.text(path.toAbsolutePath().toString()))
        .collect(Collectors.joining(", "));
  }

  private static String nulls(Relation.Scan scan) {
    return scan.columns().isEmpty()
        ? "1 AS nothing"
        : scan.columns().stream().map(FileScans::missing).collect(Collectors.joining(", "));
  }

  private static String column(Relation.ScanColumn column, Set<String> known) {
    return known.contains(column.column())
        ? Sql.identifier(column.column()) + " AS " + Sql.name(column.symbol())
        : missing(column);
  }

  private static String missing(Relation.ScanColumn column) {
    return "CAST(NULL AS %s) AS %s"
        .formatted(Sql.type(column.symbol().type()), Sql.name(column.symbol()));
  }

  long files() {
    return files;
  }

  long bytes() {
    return bytes;
  }

  long fetchedBytes() {
    return fetchedBytes;
  }

  long rows() {
    return rows;
  }

  @Override
  public void close() {
    held.forEach(LocalFiles::close);
    held.clear();
  }
}
