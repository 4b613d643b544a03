package dev.tenrec.commit;

import dev.tenrec.lake.Lake;
import dev.tenrec.lake.LakeTable;
import dev.tenrec.lake.pipeline.CommitQueue;
import dev.tenrec.lake.pipeline.Lease;
import dev.tenrec.lake.pipeline.PipelineState;
import dev.tenrec.lake.report.RunReport;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Commits everything that waits.
 *
 * <ul>
 *   <li>One commit for each table appends all its registered files at once.
 *   <li>A registration enters its table exactly once, wherever a run ends: the snapshot carries the
 *       ids of its registrations, and a run begins by comparing them. Two committers at once do no
 *       harm either, though the lease makes them rare: an append fails if another one came between.
 *   <li>What is registered while a run is under way is committed by it or wakes another one; no
 *       registration waits for a third. When the one that is at it dies, the next one begins within
 *       a minute.
 *   <li>A table that cannot be committed does not hold up the others, and fails the run at its end.
 * </ul>
 */
public final class Committer {
  private static final String LEASE = "commit";

  /** A run that has less time left begins no further commit. */
  private static final Duration LAST_START = Duration.ofSeconds(20);

  /** Longer than a commit takes, and not much longer: a holder that died holds the others up. */
  private static final Duration HELD = Duration.ofSeconds(30);

  private static final Duration RENEWED_BEFORE_ITS_END = Duration.ofSeconds(20);

  private final Lake lake;
  private final PipelineState state;
  private final CommitQueue queue;
  private final HashCache hashes;
  private final Supplier<UUID> ids;
  private final InstantSource clock;
  private final Consumer<RunReport> reports;

  /**
   * A committer.
   *
   * @param hashes what it remembers of the tables' files from run to run
   * @param reports takes one report for each run
   */
  public Committer(
      Lake lake,
      PipelineState state,
      CommitQueue queue,
      HashCache hashes,
      Supplier<UUID> ids,
      InstantSource clock,
      Consumer<RunReport> reports) {
    this.lake = lake;
    this.state = state;
    this.queue = queue;
    this.hashes = hashes;
    this.ids = ids;
    this.clock = clock;
    this.reports = reports;
  }

  /**
   * Commits until nothing waits, or another one is at it, or the time is up.
   *
   * @param limit how long the run may take
   */
  public void run(Duration limit) {
    Instant start = clock.instant();
    RunReport report = new RunReport("commit");
    try {
      run(start.plus(limit), report);
    } finally {
      reports.accept(
          report.count("milliseconds", Duration.between(start, clock.instant()).toMillis()));
    }
  }

  private void run(Instant end, RunReport report) {
    Instant lastStart = end.minus(LAST_START);
    // What is registered after a holder has looked, and while it still holds the lease, finds the
    // lease taken. So each holder looks again after it has given the lease back.
    while (waiting()) {
      if (clock.instant().isAfter(lastStart)) {
        queue.nudge();
        return;
      }
      Optional<Lease> lease = state.acquire(LEASE, HELD);
      if (lease.isEmpty()) {
        report.count("busy", 1);
        // The holder looks again after it is done, but not if it is dead.
        queue.nudgeLater();
        return;
      }
      try {
        commitAll(lease.get(), lastStart, report);
      } finally {
        state.release(lease.get());
      }
    }
  }

  private boolean waiting() {
    return LakeTable.all().stream().anyMatch(table -> !state.pending(table.name(), 1).isEmpty());
  }

  private void commitAll(Lease taken, Instant lastStart, RunReport report) {
    Optional<RuntimeException> failure = Optional.empty();
    Optional<Lease> lease = Optional.of(taken);
    // Persons before events: who looks at an event then finds its person.
    for (LakeTable table : LakeTable.all().reversed()) {
      TableCommit commit = new TableCommit(lake, table, state, hashes, ids, clock, report);
      try {
        boolean more = true;
        while (more && clock.instant().isBefore(lastStart)) {
          lease = lease.flatMap(this::held);
          // Whoever has taken it goes on with what is left.
          more = lease.isPresent() && commit.run();
        }
      } catch (RuntimeException e) {
        failure.ifPresent(e::addSuppressed);
        failure = Optional.of(e);
      }
    }
    if (failure.isPresent()) {
      throw failure.get();
    }
  }

  private Optional<Lease> held(Lease lease) {
    return clock.instant().isBefore(lease.expiresAt().minus(RENEWED_BEFORE_ITS_END))
        ? Optional.of(lease)
        : state.renew(lease, HELD);
  }
}
