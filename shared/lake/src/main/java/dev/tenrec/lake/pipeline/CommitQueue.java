package dev.tenrec.lake.pipeline;

/** Wakes the committer. */
@FunctionalInterface
public interface CommitQueue {
  /** Asks for a commit soon. Asking more often than needed does no harm. */
  void nudge();
}
