package dev.tenrec.workflow;

import java.util.List;

/**
 * A step in its place.
 *
 * @param id unique in its workflow
 * @param name what people call it
 * @param step what it does
 * @param goesOnAfterFailure whether the run goes on when the step has failed for good
 * @param next the step after it, empty when the run ends
 * @param branches of a condition: where each of its conditions leads
 */
public record Node(
    String id,
    String name,
    Step step,
    boolean goesOnAfterFailure,
    String next,
    List<String> branches) {
  public Node {
    branches = List.copyOf(branches);
  }
}
