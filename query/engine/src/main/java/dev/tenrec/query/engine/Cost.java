package dev.tenrec.query.engine;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * What a query cost.
 *
 * @param engine the engine's name
 * @param reason why this engine ran it
 * @param files how many files it read
 * @param bytes how large these files are
 * @param fetchedBytes how much of that had to be fetched: the rest was near already
 * @param rows how many rows these files have
 * @param planning the time until the engine began
 * @param running the time the engine took
 */
public record Cost(
    String engine,
    String reason,
    long files,
    long bytes,
    long fetchedBytes,
    long rows,
    Duration planning,
    Duration running) {
  public Cost {
    requireNonNull(engine, "engine is null");
    requireNonNull(reason, "reason is null");
    requireNonNull(planning, "planning is null");
    requireNonNull(running, "running is null");
  }

  /** What two queries cost together. */
  public Cost plus(Cost other) {
    return new Cost(
        engine,
        reason,
        files + other.files,
        bytes + other.bytes,
        fetchedBytes + other.fetchedBytes,
        rows + other.rows,
        planning.plus(other.planning),
        running.plus(other.running));
  }
}
