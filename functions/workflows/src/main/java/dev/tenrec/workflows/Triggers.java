package dev.tenrec.workflows;

import dev.tenrec.events.GroupedExceptions;
import dev.tenrec.events.InternalEvents;
import dev.tenrec.events.MalformedEnvelopeException;
import dev.tenrec.events.ProcessedEvent;
import dev.tenrec.events.ProcessedEvents;
import dev.tenrec.stores.projects.Project;
import dev.tenrec.streams.EnvelopeReader;
import dev.tenrec.streams.StreamConsumer;
import dev.tenrec.streams.StreamRecord;
import dev.tenrec.workflow.runs.Occasion;
import dev.tenrec.workflow.runs.RunStarter;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongFunction;

/**
 * Starts runs for processed events that workflows ask for. An event that comes again, by redelivery
 * or because an SDK sent it twice, starts nothing twice. A record that cannot be read is passed
 * over: the lake keeps it with its reason.
 */
final class Triggers implements StreamConsumer {
  private final EnvelopeReader reader;
  private final LongFunction<Optional<Project>> projects;
  private final CompiledWorkflows workflows;
  private final RunStarter starter;
  private final InstantSource clock;
  private final Consumer<String> log;

  Triggers(
      EnvelopeReader reader,
      LongFunction<Optional<Project>> projects,
      CompiledWorkflows workflows,
      RunStarter starter,
      InstantSource clock,
      Consumer<String> log) {
    this.reader = reader;
    this.projects = projects;
    this.workflows = workflows;
    this.starter = starter;
    this.clock = clock;
    this.log = log;
  }

  @Override
  public Optional<String> consume(List<StreamRecord> records) {
    int started = 0;
    for (StreamRecord record : records) {
      try {
        started += start(record);
      } catch (MalformedEnvelopeException malformed) {
        log.accept(Lines.warning("A record was passed over: " + malformed.getMessage()));
      } catch (RuntimeException failure) {
        log.accept(Lines.warning("The batch will come again: " + failure));
        return Optional.of(record.sequenceNumber());
      }
    }
    if (started > 0) {
      log.accept(Lines.count("Runs started", "RunsStarted", started));
    }
    return Optional.empty();
  }

  private int start(StreamRecord record) {
    return switch (reader.read(record)) {
      case ProcessedEvents all -> start(all.project(), all.events());
      case GroupedExceptions all -> start(all.project(), all.events());
      case InternalEvents all -> start(all.project(), all.events());
      default -> 0;
    };
  }

  private int start(long projectId, List<ProcessedEvent> events) {
    List<CompiledWorkflows.Stored> active = workflows.active(projectId);
    Optional<Project> project = active.isEmpty() ? Optional.empty() : projects.apply(projectId);
    if (project.isEmpty()) {
      return 0;
    }
    int started = 0;
    for (ProcessedEvent event : events) {
      for (CompiledWorkflows.Stored stored : active) {
        started += start(project.get(), stored, event) ? 1 : 0;
      }
    }
    return started;
  }

  private boolean start(Project project, CompiledWorkflows.Stored stored, ProcessedEvent event) {
    return stored
            .workflow()
            .trigger()
            .matches(event.event(), event.properties(), event.personProperties(), clock.instant())
        && starter
            .start(
                project,
                stored.definition().id(),
                stored.definition().version(),
                stored.workflow(),
                occasion(event))
            .isPresent();
  }

  private static Occasion occasion(ProcessedEvent event) {
    return new Occasion(
        event.uuid().toString(),
        event.event(),
        event.distinctId(),
        event.timestamp().toString(),
        event.properties(),
        event.personId().toString(),
        event.personProperties());
  }
}
