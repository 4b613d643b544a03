package dev.tenrec.query.engine;

import dev.tenrec.lake.LakeTable;
import dev.tenrec.lake.ScanPlan;
import dev.tenrec.query.hogql.plan.TimeRange;

/** Plans which files a scan reads. */
@FunctionalInterface
public interface ScanPlanner {
  /** The files that can hold rows of the project and the time. */
  ScanPlan plan(LakeTable table, long project, TimeRange range);
}
