package dev.tenrec.workflow.runs;

/** What came of a delivery. */
public sealed interface Outcome {
  /** It is done; what came of it, in words. */
  record Done(String result) implements Outcome {}

  /** It failed, and may work later. */
  record Again(String error) implements Outcome {}

  /** It failed, and would again. */
  record Failed(String error) implements Outcome {}
}
