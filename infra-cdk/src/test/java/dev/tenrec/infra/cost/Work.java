package dev.tenrec.infra.cost;

/**
 * How often the functions behind streams and queues run in a month.
 *
 * @param ingests batches of ingest
 * @param writes batches of the lake function
 * @param commits runs of the committer
 * @param triggers batches of workflows
 */
record Work(double ingests, double writes, double commits, double triggers) {
  static Work of(Month month, Installed installed) {
    double ingests =
        installed.lanes()
            * batches(
                month.requests() / installed.lanes(),
                installed.windows().get("IngestCapturedMapping"));
    double writes =
        installed.shards()
            * batches(
                ingests / installed.shards(), installed.windows().get("LakeProcessedMapping"));
    double triggers =
        installed.shards()
            * batches(
                ingests / installed.shards(), installed.windows().get("WorkflowsProcessedMapping"));
    return new Work(
        ingests, writes, batches(writes, installed.windows().get("CommitMapping")), triggers);
  }

  /**
   * Batches of arrivals that come evenly: one begins with the first arrival after the last one, and
   * ends a window later.
   */
  static double batches(double arrivals, double window) {
    return arrivals == 0 ? 0 : Prices.SECONDS / (window + Prices.SECONDS / arrivals);
  }
}
