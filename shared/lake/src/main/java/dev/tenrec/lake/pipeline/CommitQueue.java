package dev.tenrec.lake.pipeline;

/** Wakes the committer. */
@FunctionalInterface
public interface CommitQueue {
  /** Asks for a commit soon. Asking more often than needed does no harm. */
  void nudge();

  /** Asks for a commit in some seconds, when whoever is at it now will be done or dead. */
  default void nudgeLater() {
    nudge();
  }
}
