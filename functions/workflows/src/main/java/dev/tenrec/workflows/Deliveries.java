package dev.tenrec.workflows;

import dev.tenrec.workflow.runs.Delivery;
import dev.tenrec.workflow.runs.Outcome;

/** Does what steps ask for, within seconds. It answers with an outcome and does not throw. */
@FunctionalInterface
public interface Deliveries {
  /** Delivers once. */
  Outcome deliver(Delivery delivery);
}
