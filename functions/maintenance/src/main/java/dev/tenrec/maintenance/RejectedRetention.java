package dev.tenrec.maintenance;

import dev.tenrec.lake.Lake;
import dev.tenrec.lake.LakeTable;
import dev.tenrec.lake.Micros;
import dev.tenrec.lake.report.RunReport;
import java.nio.ByteBuffer;
import java.time.InstantSource;
import java.util.List;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DeleteFiles;
import org.apache.iceberg.Table;
import org.apache.iceberg.types.Conversions;
import org.apache.iceberg.types.Types;

/** Removes rejected data that is too old, whole files at a time. */
record RejectedRetention(Lake lake, MaintenanceSettings settings, InstantSource clock)
    implements Task {

  @Override
  public void run(LakeTable definition, TimeLeft time, RunReport report) {
    if (!definition.equals(LakeTable.REJECTED)) {
      return;
    }
    Table table = lake.table(definition);
    long limit = Micros.of(clock.instant().minus(settings.rejectedAge()));
    int column = table.schema().findField(definition.dayColumn().orElseThrow()).fieldId();
    List<DataFile> old =
        TableFiles.of(table).map(TableFiles::all).orElse(List.of()).stream()
            .filter(file -> latest(file, column) < limit)
            .toList();
    if (old.isEmpty()) {
      return;
    }
    DeleteFiles delete = table.newDelete();
    old.forEach(delete::deleteFile);
    delete.commit();
    report.count("expired_rejections", old.stream().mapToLong(DataFile::recordCount).sum());
  }

  private static long latest(DataFile file, int column) {
    ByteBuffer bound = file.upperBounds() == null ? null : file.upperBounds().get(column);
    return bound == null
        ? Long.MAX_VALUE
        : (long) Conversions.fromByteBuffer(Types.TimestampType.withoutZone(), bound);
  }
}
