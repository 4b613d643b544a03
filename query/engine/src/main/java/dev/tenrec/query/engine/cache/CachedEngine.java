package dev.tenrec.query.engine.cache;

import static java.util.Objects.requireNonNull;

import dev.tenrec.query.engine.Cost;
import dev.tenrec.query.engine.QueryEngine;
import dev.tenrec.query.engine.QueryResult;
import dev.tenrec.query.engine.ScanPlanner;
import dev.tenrec.query.hogql.plan.Plan;
import java.time.Duration;
import java.util.Optional;

/**
 * An engine that remembers what it gave.
 *
 * <ul>
 *   <li>An answer is used again only while every file that its plan reads is the same, so it is
 *       never out of date. New data of today does not touch answers about last week.
 *   <li>Answers are remembered in memory; those of large scans, which are worth the trip, also
 *       where all processes find them.
 *   <li>A query that names the present moment is another one a moment later.
 * </ul>
 */
public final class CachedEngine implements QueryEngine {
  // Scanning less is as fast as asking for a kept result.
  private static final long WORTH_KEEPING = 8L << 20;
  private static final long LARGEST_KEPT = 32L << 20;

  private final QueryEngine engine;
  private final ScanPlanner planner;
  private final KeptResults kept;
  private final Memory memory;
  private final String salt;
  private final long worthKeeping;

  /**
   * @param planner the engine's own
   * @param memoryBytes how much memory answers may take
   * @param salt what answers depend on besides plan and files: the version of the code
   */
  public CachedEngine(
      QueryEngine engine, ScanPlanner planner, KeptResults kept, long memoryBytes, String salt) {
    this(engine, planner, kept, memoryBytes, salt, WORTH_KEEPING);
  }

  CachedEngine(
      QueryEngine engine,
      ScanPlanner planner,
      KeptResults kept,
      long memoryBytes,
      String salt,
      long worthKeeping) {
    this.worthKeeping = worthKeeping;
    this.engine = requireNonNull(engine, "engine is null");
    this.planner = requireNonNull(planner, "planner is null");
    this.kept = requireNonNull(kept, "kept is null");
    this.memory = new Memory(memoryBytes);
    this.salt = requireNonNull(salt, "salt is null");
  }

  @Override
  public QueryResult run(Plan plan) {
    long start = System.nanoTime();
    PlanKey key = PlanKey.of(plan, planner, salt);
    Optional<RememberedResult> found = memory.get(key.digest());
    if (found.isEmpty() && isWorthKeeping(key)) {
      found =
          kept.get(plan.project(), key.digest())
              .flatMap(bytes -> RememberedResult.read(bytes, plan.columns().size()));
      found.ifPresent(result -> memory.put(key.digest(), result));
    }
    return found
        .map(result -> again(plan, result, Duration.ofNanos(System.nanoTime() - start)))
        .orElseGet(() -> compute(plan, key));
  }

  /** The same engine, for those who want every answer computed again; it remembers them. */
  public QueryEngine recomputing() {
    return plan -> compute(plan, PlanKey.of(plan, planner, salt));
  }

  private QueryResult compute(Plan plan, PlanKey key) {
    QueryResult result = engine.run(plan);
    RememberedResult remembered = new RememberedResult(result.computedAt(), result.rows());
    memory.put(key.digest(), remembered);
    if (isWorthKeeping(key) && remembered.size() <= LARGEST_KEPT) {
      kept.put(plan.project(), key.digest(), remembered.bytes());
    }
    return result;
  }

  private boolean isWorthKeeping(PlanKey key) {
    return key.bytes() >= worthKeeping;
  }

  private static QueryResult again(Plan plan, RememberedResult result, Duration took) {
    return new QueryResult(
        plan.columns(),
        result.rows(),
        new Cost(
            "cache",
            "Computed before, and nothing that it reads has changed since",
            0,
            0,
            0,
            0,
            took,
            Duration.ZERO),
        result.computedAt(),
        true);
  }
}
