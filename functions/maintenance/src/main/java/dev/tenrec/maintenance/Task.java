package dev.tenrec.maintenance;

import dev.tenrec.lake.LakeTable;
import dev.tenrec.lake.report.RunReport;

/** One kind of maintenance of one table. */
@FunctionalInterface
interface Task {
  /**
   * Does what is due and fits into the time. What is left is found again by the next run.
   *
   * @param report takes what was done
   */
  void run(LakeTable table, TimeLeft time, RunReport report);
}
