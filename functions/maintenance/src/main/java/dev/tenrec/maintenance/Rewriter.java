package dev.tenrec.maintenance;

import dev.tenrec.lake.FilePlacement;
import dev.tenrec.lake.Lake;
import dev.tenrec.lake.LakeTable;
import dev.tenrec.lake.parquet.RowFile;
import dev.tenrec.lake.report.RunReport;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DeleteFiles;
import org.apache.iceberg.Files;
import org.apache.iceberg.Metrics;
import org.apache.iceberg.MetricsConfig;
import org.apache.iceberg.RewriteFiles;
import org.apache.iceberg.Table;
import org.apache.iceberg.exceptions.ValidationException;

/**
 * Exchanges files for sorted ones with the same rows: without repeated keys, and events under the
 * person they belong to now.
 */
final class Rewriter {
  /** A day with fewer rows stays together with others. */
  private static final int ROWS_WORTH_A_FILE = 1_000;

  private static final int MOST_DAYS = 500;

  private final Lake lake;
  private final MaintenanceSettings settings;
  private final Supplier<UUID> ids;

  Rewriter(Lake lake, MaintenanceSettings settings, Supplier<UUID> ids) {
    this.lake = lake;
    this.settings = settings;
    this.ids = ids;
  }

  /** Exchanges the files of a group; tells whether they were still there to be exchanged. */
  boolean run(RewriteGroup group, RunReport report) {
    return run(group, "true", report);
  }

  /**
   * Exchanges the files of a group for those of only some rows.
   *
   * @param kept the condition of the rows that stay
   */
  boolean run(RewriteGroup group, String kept, RunReport report) {
    Table table = lake.table(group.table());
    try (WorkFolder folder = WorkFolder.create();
        DuckDb duckDb = DuckDb.open(folder.path(), settings.memoryBytes())) {
      String input = Sql.read(folder.fetch(table.io(), group.files()), table.schema());
      String rows = rows(group.table(), Sql.where(input, kept), folder, duckDb);
      List<DataFile> outputs =
          group.isOfSeveralDays()
              ? writeDays(group, table, rows, folder, duckDb)
              : List.of(write(group.table(), group.day(), table, rows, folder, duckDb));
      return commit(
          group, table, outputs.stream().filter(it -> it.recordCount() > 0).toList(), report);
    }
  }

  private String rows(LakeTable definition, String input, WorkFolder folder, DuckDb duckDb) {
    boolean repeated = !duckDb.longs(Sql.repeatedKey(input, definition)).isEmpty();
    String rows = repeated ? Sql.oneOfEachKey(input, definition) : input;
    return definition.equals(LakeTable.EVENTS) || definition.equals(LakeTable.EXCEPTIONS)
        ? new PersonOverrides(lake, folder, duckDb).applied(rows)
        : rows;
  }

  private List<DataFile> writeDays(
      RewriteGroup group, Table table, String rows, WorkFolder folder, DuckDb duckDb) {
    String day = Sql.name(group.table().dayColumn().orElseThrow()) + "::date - date '1970-01-01'";
    duckDb.run("create temp table mixed as select *, %s as day from %s".formatted(day, rows));
    List<Long> days =
        duckDb.longs(
            "select day from mixed group by day having count(*) >= %d order by count(*) desc, day limit %d"
                .formatted(ROWS_WORTH_A_FILE, MOST_DAYS));
    List<DataFile> outputs = new ArrayList<>();
    for (long epochDay : days) {
      String ofDay = "(select * from mixed where day = " + epochDay + ")";
      Optional<LocalDate> date = Optional.of(LocalDate.ofEpochDay(epochDay));
      outputs.add(write(group.table(), date, table, ofDay, folder, duckDb));
      duckDb.run("delete from mixed where day = " + epochDay);
    }
    List<Long> left = duckDb.longs("select distinct day from mixed limit 2");
    if (!left.isEmpty()) {
      Optional<LocalDate> only =
          left.size() == 1 ? Optional.of(LocalDate.ofEpochDay(left.getFirst())) : Optional.empty();
      outputs.add(write(group.table(), only, table, "mixed", folder, duckDb));
    }
    return outputs;
  }

  private DataFile write(
      LakeTable definition,
      Optional<LocalDate> day,
      Table table,
      String rows,
      WorkFolder folder,
      DuckDb duckDb) {
    Path file = folder.newFile();
    duckDb.run(Sql.write(rows, definition, table.schema(), file));
    Metrics metrics;
    try (RowFile opened = RowFile.open(Files.localInput(file.toFile()))) {
      metrics = opened.metrics(table.schema(), MetricsConfig.forTable(table));
    }
    FilePlacement placement = new FilePlacement(table, day);
    String location = placement.location(ids.get() + ".parquet");
    folder.store(file, table.io(), location);
    return placement.describe(location, file.toFile().length(), metrics);
  }

  private static boolean commit(
      RewriteGroup group, Table table, List<DataFile> outputs, RunReport report) {
    try {
      if (outputs.isEmpty()) {
        DeleteFiles delete = table.newDelete().validateFilesExist();
        group.files().forEach(delete::deleteFile);
        delete.commit();
      } else {
        RewriteFiles rewrite = table.newRewrite().validateFromSnapshot(group.snapshotId());
        group.files().forEach(rewrite::deleteFile);
        outputs.forEach(rewrite::addFile);
        rewrite.commit();
      }
    } catch (ValidationException e) {
      // Somebody else has exchanged one of the files; the next run sees what there is then.
      report.count("conflicts", 1);
      return false;
    }
    report
        .count("rewrites", 1)
        .count("files_in", group.files().size())
        .count("files_out", outputs.size())
        .count("rows", outputs.stream().mapToLong(DataFile::recordCount).sum())
        .count("bytes", outputs.stream().mapToLong(DataFile::fileSizeInBytes).sum());
    return true;
  }
}
