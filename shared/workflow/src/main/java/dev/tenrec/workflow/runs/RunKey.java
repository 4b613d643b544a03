package dev.tenrec.workflow.runs;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/**
 * Which run.
 *
 * @param project its project
 * @param workflow its workflow's id
 * @param id its own, of version 7, so that later runs sort later
 */
public record RunKey(long project, long workflow, UUID id) {
  public RunKey {
    requireNonNull(id, "id is null");
  }
}
