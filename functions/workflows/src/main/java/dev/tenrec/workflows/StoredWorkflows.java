package dev.tenrec.workflows;

import dev.tenrec.stores.definitions.Definition;
import dev.tenrec.stores.definitions.Definitions;
import dev.tenrec.workflow.Workflow;
import dev.tenrec.workflow.WorkflowCompiler;
import dev.tenrec.workflow.WorkflowException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The workflows of the definitions table. A change is seen within a second: one small read at most
 * once a second proves the copy fresh, and only a change compiles again.
 */
final class StoredWorkflows implements CompiledWorkflows {
  private static final Duration TRUSTED = Duration.ofSeconds(1);
  private static final int MOST_VERSIONS = 1_000;

  private final Definitions definitions;
  private final InstantSource clock;
  private final Map<Long, Copy> copies = new ConcurrentHashMap<>();
  private final Map<Version, Workflow> versions = new ConcurrentHashMap<>();

  StoredWorkflows(Definitions definitions, InstantSource clock) {
    this.definitions = definitions;
    this.clock = clock;
  }

  @Override
  public List<Stored> active(long project) {
    return copies
        .compute(project, (_, copy) -> isFresh(copy) ? copy : refresh(project, copy))
        .active();
  }

  @Override
  public Optional<Workflow> find(long project, long id, long version) {
    if (definitions.find(project, Workflow.KIND, id).isEmpty()) {
      return Optional.empty();
    }
    Version key = new Version(project, id, version);
    Workflow known = versions.get(key);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<Workflow> read =
        definitions.at(project, Workflow.KIND, id, version).flatMap(StoredWorkflows::compiled);
    if (versions.size() >= MOST_VERSIONS) {
      versions.clear();
    }
    read.ifPresent(workflow -> versions.put(key, workflow));
    return read;
  }

  private boolean isFresh(Copy copy) {
    return copy != null && clock.instant().isBefore(copy.trustedUntil());
  }

  private Copy refresh(long project, Copy old) {
    Instant trustedUntil = clock.instant().plus(TRUSTED);
    // The version is read before what it counts: a change in between is then seen next time.
    long version = definitions.version(project, Workflow.KIND);
    return old != null && old.version() == version
        ? new Copy(version, trustedUntil, old.active())
        : new Copy(version, trustedUntil, version == 0 ? List.of() : read(project));
  }

  private List<Stored> read(long project) {
    List<Stored> active = new ArrayList<>();
    for (Definition definition : definitions.list(project, Workflow.KIND)) {
      compiled(definition)
          .filter(workflow -> workflow.status() == Workflow.Status.ACTIVE)
          .ifPresent(workflow -> active.add(new Stored(definition, workflow)));
    }
    return List.copyOf(active);
  }

  // It compiled when it was saved; what a newer release refuses must not hold up the others.
  private static Optional<Workflow> compiled(Definition definition) {
    try {
      return Optional.of(WorkflowCompiler.compile(definition.body()));
    } catch (WorkflowException refused) {
      return Optional.empty();
    }
  }

  private record Copy(long version, Instant trustedUntil, List<Stored> active) {}

  private record Version(long project, long id, long version) {}
}
