package dev.tenrec.maintenance;

import dev.tenrec.lake.Lake;
import dev.tenrec.lake.LakeTable;
import dev.tenrec.lake.pipeline.CommitQueue;
import dev.tenrec.lake.pipeline.Lease;
import dev.tenrec.lake.pipeline.PipelineState;
import dev.tenrec.lake.report.RunReport;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Keeps the tables in order.
 *
 * <ul>
 *   <li>What a table says stays the same, except for rejected data that is too old: every commit
 *       exchanges files for others with the same rows, and fails if somebody else has exchanged
 *       them first.
 *   <li>One run at a time; a run ends before its time is up and the next one goes on.
 *   <li>A task that fails does not keep the others from running, and fails the run at its end.
 * </ul>
 */
public final class Maintenance {
  private static final String LEASE = "maintenance";
  private static final Duration LEASE_MARGIN = Duration.ofSeconds(5);

  private final Lake lake;
  private final PipelineState state;
  private final CommitQueue queue;
  private final MaintenanceSettings settings;
  private final Supplier<UUID> ids;
  private final InstantSource clock;
  private final Consumer<RunReport> reports;

  /**
   * Maintenance of all tables.
   *
   * @param reports takes one report for each run
   */
  public Maintenance(
      Lake lake,
      PipelineState state,
      CommitQueue queue,
      MaintenanceSettings settings,
      Supplier<UUID> ids,
      InstantSource clock,
      Consumer<RunReport> reports) {
    this.lake = lake;
    this.state = state;
    this.queue = queue;
    this.settings = settings;
    this.ids = ids;
    this.clock = clock;
    this.reports = reports;
  }

  /**
   * Runs every task for every table.
   *
   * @param limit how long the run may take
   */
  public void run(Duration limit) {
    RunReport report = new RunReport("maintenance");
    Optional<Lease> lease = state.acquire(LEASE, limit.plus(LEASE_MARGIN));
    if (lease.isEmpty()) {
      reports.accept(report.count("busy", 1));
      return;
    }
    long start = clock.millis();
    try {
      runTasks(TimeLeft.of(limit, clock), report);
    } finally {
      state.release(lease.get());
      reports.accept(report.count("milliseconds", clock.millis() - start));
    }
  }

  private void runTasks(TimeLeft time, RunReport report) {
    // A committer that died without anybody noticing is woken here at the latest.
    if (LakeTable.all().stream().anyMatch(table -> !state.pending(table.name(), 1).isEmpty())) {
      queue.nudge();
    }
    Rewriter rewriter = new Rewriter(lake, settings, ids);
    List<Task> tasks =
        List.of(
            new RejectedRetention(lake, settings, clock),
            new Compaction(lake, settings, rewriter),
            new OverrideSquash(lake, state, settings, rewriter, clock),
            new SnapshotExpiry(lake, state, settings, clock),
            new OrphanSweep(lake, state, settings, clock));
    Optional<RuntimeException> failure = Optional.empty();
    for (Task task : tasks) {
      for (LakeTable table : LakeTable.all()) {
        try {
          if (lake.existing(table).isPresent() && time.isEnough()) {
            task.run(table, time, report);
          }
        } catch (RuntimeException e) {
          failure.ifPresent(e::addSuppressed);
          failure = Optional.of(e);
        }
      }
    }
    if (failure.isPresent()) {
      throw failure.get();
    }
  }
}
