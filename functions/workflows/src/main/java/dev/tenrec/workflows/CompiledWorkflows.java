package dev.tenrec.workflows;

import dev.tenrec.stores.definitions.Definition;
import dev.tenrec.workflow.Workflow;
import java.util.List;
import java.util.Optional;

/** Workflows, compiled. */
public interface CompiledWorkflows {
  /** The active workflows of a project, as of a second ago or later. */
  List<Stored> active(long project);

  /** A workflow as a run of that version sees it; empty when it was deleted since. */
  Optional<Workflow> find(long project, long id, long version);

  /**
   * A workflow with its place.
   *
   * @param definition where it is stored
   * @param workflow what it says
   */
  record Stored(Definition definition, Workflow workflow) {}
}
