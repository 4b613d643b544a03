package dev.tenrec.commit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenrec.commit.CommitFixture.Row;
import dev.tenrec.lake.FilePlacement;
import dev.tenrec.lake.LakeTable;
import dev.tenrec.lake.parquet.RowFile;
import dev.tenrec.lake.pipeline.Registration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.MetricsConfig;
import org.apache.iceberg.Table;
import org.apache.iceberg.io.CloseableIterable;

/** Makes one file of all files of the noon's day, as compaction does. */
record TestingCompaction(CommitFixture fixture) {
  void run() {
    Table table = fixture.lake.open().table(LakeTable.EVENTS);
    long snapshot = table.currentSnapshot().snapshotId();
    Set<DataFile> before = new HashSet<>();
    try (CloseableIterable<FileScanTask> tasks = table.newScan().planFiles()) {
      tasks.forEach(task -> before.add(task.file()));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    assertThat(before).hasSizeGreaterThan(1);
    Registration.File whole =
        fixture.write(fixture.uuids().stream().map(CommitFixture::row).toArray(Row[]::new));
    table
        .newRewrite()
        .validateFromSnapshot(snapshot)
        .rewriteFiles(before, Set.of(describe(table, whole)))
        .commit();
  }

  private DataFile describe(Table table, Registration.File file) {
    try (RowFile opened = RowFile.open(fixture.lake.files().newInputFile(file.location()))) {
      return new FilePlacement(table, Optional.of(LocalDate.parse("2026-05-01")))
          .describe(
              file.location(),
              file.sizeBytes(),
              opened.metrics(table.schema(), MetricsConfig.forTable(table)));
    }
  }
}
