package dev.tenrec.lake.pipeline;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What the functions between stream and tables agree on.
 *
 * <p>Every method reads what was written last, and every write is there for good when its method
 * returns. A method that fails may have had its effect.
 */
public interface PipelineState {
  /** The sequence number of the last record of a shard whose rows have been registered. */
  Optional<String> checkpoint(Shard shard);

  /**
   * Registers files and moves a shard's checkpoint, both or neither.
   *
   * @param from the checkpoint the caller has read
   * @param to the sequence number of the last record whose rows are in the files
   * @param registrations at most one for each table
   * @return false when the checkpoint is no longer {@code from}; nothing has changed then
   */
  boolean advance(Shard shard, Optional<String> from, String to, List<Registration> registrations);

  /** The oldest registrations of a table, oldest first, at most {@code limit} of them. */
  List<Registration> pending(String table, int limit);

  /** Removes registrations; those that are gone already do no harm. */
  void remove(List<Registration> registrations);

  /**
   * Takes a lease, unless somebody holds it.
   *
   * @param duration for how long; longer than the holder can run, or can go without renewing it
   */
  Optional<Lease> acquire(String name, Duration duration);

  /** Holds a lease for that long from now; empty when somebody else has taken it since. */
  Optional<Lease> renew(Lease lease, Duration duration);

  /** Gives a lease back; does nothing when somebody else has taken it since. */
  void release(Lease lease);

  /** What was noted last under a name. */
  Optional<String> note(String name);

  /** Notes a text under a name in place of what was there. */
  void note(String name, String text);
}
