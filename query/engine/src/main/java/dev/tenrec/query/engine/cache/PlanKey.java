package dev.tenrec.query.engine.cache;

import dev.tenrec.lake.LakeTable;
import dev.tenrec.lake.ScanPlan;
import dev.tenrec.query.engine.ScanPlanner;
import dev.tenrec.query.hogql.plan.Plan;
import dev.tenrec.query.hogql.plan.Relation;

/**
 * Under what an answer is remembered.
 *
 * @param digest of the plan and of the names of all files that it reads
 * @param bytes how large these files are
 */
record PlanKey(String digest, long bytes) {
  /**
   * The key of a plan at this moment.
   *
   * @param salt what answers depend on besides
   */
  static PlanKey of(Plan plan, ScanPlanner planner, String salt) {
    Fingerprint fingerprint = new Fingerprint();
    Files files = new Files(planner, fingerprint);
    fingerprint.add(salt);
    fingerprint.add(
        plan,
        part -> {
          if (part instanceof Relation.Scan scan) {
            files.add(scan);
          }
        });
    return new PlanKey(fingerprint.hex(), files.bytes);
  }

  private static final class Files {
    private final ScanPlanner planner;
    private final Fingerprint fingerprint;
    private long bytes;

    Files(ScanPlanner planner, Fingerprint fingerprint) {
      this.planner = planner;
      this.fingerprint = fingerprint;
    }

    void add(Relation.Scan scan) {
      LakeTable table =
          LakeTable.named(scan.table())
              .orElseThrow(() -> new IllegalStateException("No lake table " + scan.table()));
      ScanPlan plan = planner.plan(table, scan.project(), scan.range());
      plan.files().stream().map(ScanPlan.DataFile::location).sorted().forEach(fingerprint::add);
      bytes += plan.files().stream().mapToLong(ScanPlan.DataFile::sizeBytes).sum();
    }
  }
}
