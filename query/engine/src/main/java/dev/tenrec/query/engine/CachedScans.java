package dev.tenrec.query.engine;

import static java.util.Objects.requireNonNull;

import dev.tenrec.lake.Lake;
import dev.tenrec.lake.LakeTable;
import dev.tenrec.lake.ScanPlan;
import dev.tenrec.query.hogql.plan.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Plans scans of the lake, and remembers the plans.
 *
 * <ul>
 *   <li>The catalog is asked at most once a second for each table whether it has changed.
 *   <li>A plan is made once for each snapshot, project and time.
 * </ul>
 */
public final class CachedScans implements ScanPlanner {
  private static final Duration TRUSTED = Duration.ofSeconds(1);
  private static final int MOST_PLANS = 200;

  private final Lake lake;
  private final InstantSource clock;
  private final Map<String, Known> known = new HashMap<>();
  private final Map<Key, ScanPlan> plans =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, ScanPlan> eldest) {
          return size() > MOST_PLANS;
        }
      };

  public CachedScans(Lake lake, InstantSource clock) {
    this.lake = requireNonNull(lake, "lake is null");
    this.clock = requireNonNull(clock, "clock is null");
  }

  @Override
  public synchronized ScanPlan plan(LakeTable table, long project, TimeRange range) {
    Key key = new Key(table.name(), snapshot(table), project, range);
    ScanPlan cached = plans.get(key);
    if (cached != null) {
      return cached;
    }
    boolean byDay = table.dayColumn().isPresent();
    ScanPlan plan =
        lake.scan(
            table,
            project,
            byDay ? range.from() : Optional.empty(),
            byDay ? range.to() : Optional.empty());
    // The table may have moved on between the two looks: the plan itself says what it is of.
    known.put(table.name(), new Known(plan.snapshotId(), clock.instant().plus(TRUSTED)));
    plans.put(new Key(table.name(), plan.snapshotId(), project, range), plan);
    return plan;
  }

  /** The snapshot of the table, at most a second old; empty for a table without data. */
  public synchronized OptionalLong snapshot(LakeTable table) {
    Known last = known.get(table.name());
    if (last == null || !clock.instant().isBefore(last.trustedUntil())) {
      OptionalLong current =
          lake.existing(table)
              .map(existing -> existing.currentSnapshot())
              .map(snapshot -> OptionalLong.of(snapshot.snapshotId()))
              .orElse(OptionalLong.empty());
      last = new Known(current, clock.instant().plus(TRUSTED));
      known.put(table.name(), last);
    }
    return last.snapshot();
  }

  private record Known(OptionalLong snapshot, Instant trustedUntil) {}

  private record Key(String table, OptionalLong snapshot, long project, TimeRange range) {}
}
