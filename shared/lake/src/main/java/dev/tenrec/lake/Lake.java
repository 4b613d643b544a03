package dev.tenrec.lake;

import static java.util.stream.Collectors.toMap;
import static org.apache.iceberg.expressions.Expressions.alwaysTrue;
import static org.apache.iceberg.expressions.Expressions.and;
import static org.apache.iceberg.expressions.Expressions.greaterThanOrEqual;
import static org.apache.iceberg.expressions.Expressions.in;
import static org.apache.iceberg.expressions.Expressions.lessThan;

import dev.tenrec.lake.objects.S3Objects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.iceberg.CatalogProperties;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.aws.HttpClientProperties;
import org.apache.iceberg.aws.glue.GlueCatalog;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.exceptions.NoSuchTableException;
import org.apache.iceberg.expressions.Expression;
import org.apache.iceberg.io.CloseableIterable;

/**
 * The tables of one installation.
 *
 * <ul>
 *   <li>{@link #scan} plans what a query reads; it never creates anything, so a reader needs no
 *       right to write.
 *   <li>{@link #table} gives a writer Iceberg's own table, creating it when it is used for the
 *       first time, and adding columns that the definition has gained. Several writers may do so at
 *       once.
 * </ul>
 *
 * <p>Safe for use by several threads.
 */
public final class Lake implements AutoCloseable {
  private final Catalog catalog;
  private final TableCreation creation;
  private final Map<String, Table> known = new ConcurrentHashMap<>();

  /**
   * A lake over any Iceberg catalog.
   *
   * @param catalog the catalog; closed with the lake if it can be
   * @param database the namespace of the tables
   * @param warehouse the place of the tables, without a slash at the end
   */
  public Lake(Catalog catalog, String database, String warehouse) {
    this.catalog = catalog;
    this.creation = new TableCreation(catalog, database, warehouse);
  }

  /** The lake in S3 and Glue. */
  public static Lake open(LakeSettings settings) {
    Map<String, String> properties = new HashMap<>();
    properties.put(CatalogProperties.WAREHOUSE_LOCATION, settings.warehouse());
    properties.put(CatalogProperties.FILE_IO_IMPL, S3Objects.class.getName());
    properties.put(CatalogProperties.IO_MANIFEST_CACHE_ENABLED, "true");
    properties.put(
        HttpClientProperties.CLIENT_TYPE, HttpClientProperties.CLIENT_TYPE_URLCONNECTION);
    GlueCatalog catalog = new GlueCatalog();
    catalog.initialize("tenrec", properties);
    return new Lake(catalog, settings.database(), settings.warehouse());
  }

  /**
   * Plans a scan: the files that can hold rows of a project and a time.
   *
   * @param from the first point in time that matters, by the table's day column
   * @param to the first point in time that no longer matters
   */
  public ScanPlan scan(
      LakeTable table, long project, Optional<Instant> from, Optional<Instant> to) {
    Expression time = time(table, from, to);
    Optional<Table> found = existing(table);
    if (found.isEmpty() || found.get().currentSnapshot() == null) {
      return new ScanPlan(OptionalLong.empty(), List.of(), columns(table, found));
    }
    Snapshot snapshot = found.get().currentSnapshot();
    List<ScanPlan.DataFile> files = new ArrayList<>();
    try (CloseableIterable<FileScanTask> tasks =
        found
            .get()
            .newScan()
            .useSnapshot(snapshot.snapshotId())
            .filter(and(in("project_id", table.visibleTo(project)), time))
            .planFiles()) {
      for (FileScanTask task : tasks) {
        if (!task.deletes().isEmpty()) {
          throw new IllegalStateException(
              "table "
                  + table
                  + " has delete files, which another engine wrote: run that engine's compaction"
                  + " and set write.delete.mode to copy-on-write");
        }
        files.add(
            new ScanPlan.DataFile(
                task.file().location(), task.file().fileSizeInBytes(), task.file().recordCount()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("could not plan a scan of " + table, e);
    }
    return new ScanPlan(OptionalLong.of(snapshot.snapshotId()), files, columns(table, found));
  }

  private static Expression time(LakeTable table, Optional<Instant> from, Optional<Instant> to) {
    if (table.dayColumn().isEmpty()) {
      if (from.isPresent() || to.isPresent()) {
        throw new IllegalArgumentException(
            "table " + table + " has no day column: plan its scan without a time");
      }
      return alwaysTrue();
    }
    String column = table.dayColumn().get();
    Expression after =
        from.<Expression>map(at -> greaterThanOrEqual(column, Micros.of(at))).orElse(alwaysTrue());
    Expression before =
        to.<Expression>map(at -> lessThan(column, Micros.of(at))).orElse(alwaysTrue());
    return and(after, before);
  }

  private static List<LakeColumn> columns(LakeTable table, Optional<Table> found) {
    if (found.isEmpty()) {
      return table.columns();
    }
    Map<String, LakeColumn> defined =
        table.columns().stream().collect(toMap(LakeColumn::name, column -> column));
    return found.get().schema().columns().stream()
        .map(field -> IcebergSchema.column(field, defined))
        .toList();
  }

  /** The table as it is now, with every column of its definition; created if it does not exist. */
  public Table table(LakeTable table) {
    Table current =
        existing(table)
            .orElseGet(() -> known.computeIfAbsent(table.name(), name -> creation.create(table)));
    creation.addMissingColumns(current, table);
    return current;
  }

  /** The table as it is now, if it exists. */
  public Optional<Table> existing(LakeTable table) {
    Table cached = known.get(table.name());
    if (cached != null) {
      cached.refresh();
      return Optional.of(cached);
    }
    try {
      Table loaded = catalog.loadTable(creation.identifier(table));
      known.put(table.name(), loaded);
      return Optional.of(loaded);
    } catch (NoSuchTableException e) {
      return Optional.empty();
    }
  }

  @Override
  public void close() throws IOException {
    if (catalog instanceof AutoCloseable closeable) {
      try {
        closeable.close();
      } catch (IOException | RuntimeException e) {
        throw e;
      } catch (Exception e) {
        throw new IOException("could not close the catalog", e);
      }
    }
  }
}
