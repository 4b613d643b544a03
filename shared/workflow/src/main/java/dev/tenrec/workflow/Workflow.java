package dev.tenrec.workflow;

import dev.tenrec.workflow.template.Reference;
import java.util.Map;
import java.util.Set;

/**
 * A compiled workflow.
 *
 * @param name what people call it
 * @param status whether it starts runs
 * @param trigger what starts a run
 * @param first the id of the first step, empty when there is none
 * @param nodes every step by its id; following them always ends
 * @param references what its templates and filters read of an event and its person
 */
public record Workflow(
    String name,
    Status status,
    Trigger trigger,
    String first,
    Map<String, Node> nodes,
    Set<Reference> references) {
  public Workflow {
    nodes = Map.copyOf(nodes);
    references = Set.copyOf(references);
  }

  /** The kind of its definitions. */
  public static final String KIND = "workflow";

  /** Whether a workflow starts runs; runs that have begun go on in any case. */
  public enum Status {
    /** Being made. */
    DRAFT,
    /** Starts a run for every event that matches. */
    ACTIVE,
    /** Out of use. */
    ARCHIVED
  }
}
