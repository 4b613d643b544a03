package dev.tenrec.maintenance;

import dev.tenrec.lake.Lake;
import dev.tenrec.lake.LakeTable;
import dev.tenrec.lake.pipeline.PipelineState;
import dev.tenrec.lake.pipeline.Registration;
import dev.tenrec.lake.report.RunReport;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.apache.iceberg.Table;
import org.apache.iceberg.util.SnapshotUtil;

/**
 * Forgets old snapshots and deletes the files that only they needed.
 *
 * <p>Snapshots tell the committer which registrations have been committed. As long as a
 * registration waits that is so old that its snapshot could be forgotten, none is.
 */
record SnapshotExpiry(
    Lake lake, PipelineState state, MaintenanceSettings settings, InstantSource clock)
    implements Task {
  private static final Duration CLOCKS_APART = Duration.ofMinutes(10);
  private static final int ALWAYS_KEPT = 2;

  @Override
  public void run(LakeTable definition, TimeLeft time, RunReport report) {
    Instant limit = clock.instant().minus(settings.snapshotAge());
    List<Registration> oldest = state.pending(definition.name(), 1);
    if (!oldest.isEmpty() && oldest.getFirst().registeredAt().isBefore(limit.plus(CLOCKS_APART))) {
      report.count("expiry_postponed", 1);
      return;
    }
    Table table = lake.table(definition);
    if (table.currentSnapshot() == null) {
      return;
    }
    int before = SnapshotUtil.ancestorIds(table.currentSnapshot(), table::snapshot).size();
    table.expireSnapshots().expireOlderThan(limit.toEpochMilli()).retainLast(ALWAYS_KEPT).commit();
    table.refresh();
    int after = SnapshotUtil.ancestorIds(table.currentSnapshot(), table::snapshot).size();
    report.count("expired_snapshots", before - (long) after);
  }
}
