package dev.tenrec.query.engine;

import dev.tenrec.query.hogql.plan.Plan;

/** Something that can run plans. Safe for use by several threads. */
public interface QueryEngine {
  /**
   * Runs a plan to its end.
   *
   * @throws QueryFailedException when the query itself is at fault: it takes too long, needs too
   *     much memory, or meets a value that it cannot compute with
   */
  QueryResult run(Plan plan);
}
