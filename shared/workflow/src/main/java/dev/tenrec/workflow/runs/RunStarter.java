package dev.tenrec.workflow.runs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.stores.projects.Project;
import dev.tenrec.workflow.Workflow;
import dev.tenrec.workflow.template.Reference;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Starts runs. A run keeps of its event and person only what its workflow reads, and goes on from
 * the due index even when the message that should wake it is lost.
 */
public final class RunStarter {
  private static final int LARGEST_CONTEXT = 200_000;

  private final Runs runs;
  private final WakeUps wakeUps;
  private final Supplier<UUID> ids;
  private final InstantSource clock;

  /**
   * Makes a starter.
   *
   * @param ids makes ids of version 7
   */
  public RunStarter(Runs runs, WakeUps wakeUps, Supplier<UUID> ids, InstantSource clock) {
    this.runs = runs;
    this.wakeUps = wakeUps;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Starts a run, once for each event and workflow.
   *
   * @return the run; empty when the event has started one before
   */
  public Optional<Run> start(
      Project project, long id, long version, Workflow workflow, Occasion occasion) {
    return start(run(project, id, version, workflow, occasion, false));
  }

  /** Starts a run that somebody asked for, whatever has happened before. */
  public Run test(Project project, long id, long version, Workflow workflow, Occasion occasion) {
    return start(run(project, id, version, workflow, occasion, true)).orElseThrow();
  }

  /**
   * Lets a failed run go on with the step it failed at.
   *
   * @param version the version of its workflow it goes on with
   * @return the run; empty when it has changed meanwhile
   */
  public Optional<Run> again(Run failed, long version) {
    Optional<Run> kept = runs.save(failed, failed.again(version, clock.instant()));
    kept.ifPresent(run -> wakeUps.send(run.key(), Duration.ZERO));
    return kept;
  }

  private Optional<Run> start(Run run) {
    if (!runs.start(run)) {
      return Optional.empty();
    }
    if (!run.ended()) {
      wakeUps.send(run.key(), Duration.ZERO);
    }
    return Optional.of(run);
  }

  private Run run(
      Project project, long id, long version, Workflow workflow, Occasion occasion, boolean test) {
    Instant now = clock.instant();
    RunKey key = new RunKey(project.id(), id, ids.get());
    ObjectNode context = context(project, key, workflow, occasion);
    Run run =
        new Run(
            key,
            version,
            occasion.uuid(),
            test,
            Run.Status.RUNNING,
            workflow.first(),
            now,
            1,
            context,
            List.of(),
            "",
            now,
            Optional.empty());
    int size = context.toString().length();
    return size <= LARGEST_CONTEXT
        ? run
        : new Run(
                key,
                version,
                occasion.uuid(),
                test,
                Run.Status.RUNNING,
                workflow.first(),
                now,
                1,
                JsonNodeFactory.instance.objectNode(),
                List.of(),
                "",
                now,
                Optional.empty())
            .ended(
                Run.Status.FAILED,
                "What the workflow reads of the event has %d characters: at most %d can be kept"
                    .formatted(size, LARGEST_CONTEXT),
                now);
  }

  private static ObjectNode context(
      Project project, RunKey key, Workflow workflow, Occasion occasion) {
    ObjectNode context = JsonNodeFactory.instance.objectNode();
    context
        .putObject("event")
        .put("uuid", occasion.uuid())
        .put("event", occasion.event())
        .put("distinct_id", occasion.distinctId())
        .put("timestamp", occasion.timestamp())
        .set("properties", kept("event.properties", occasion.properties(), workflow));
    context
        .putObject("person")
        .put("id", occasion.person())
        .set("properties", kept("person.properties", occasion.personProperties(), workflow));
    context.putObject("project").put("id", project.id()).put("name", project.settings().name());
    context.putObject("workflow").put("id", key.workflow()).put("name", workflow.name());
    context.putObject("run").put("id", key.id().toString());
    return context;
  }

  private static ObjectNode kept(String root, ObjectNode properties, Workflow workflow) {
    ObjectNode kept = JsonNodeFactory.instance.objectNode();
    for (Reference reference : workflow.references()) {
      if (reference.root().equals(root)) {
        String name = properties.has(reference.key()) ? reference.key() : reference.topLevelKey();
        JsonNode value = properties.get(name);
        if (value != null) {
          kept.set(name, value);
        }
      }
    }
    return kept;
  }
}
