package dev.tenrec.workflow.runs;

/** What a run does next. Its state must be kept first. */
public sealed interface Move {
  /** The state to keep. */
  Run run();

  /** Deliver something: the run is claimed until its due time, then it may be tried again. */
  record Act(Run run, Delivery delivery) implements Move {}

  /** Wait for the run's due time. */
  record Rest(Run run) implements Move {}

  /** Nothing more. */
  record End(Run run) implements Move {}
}
