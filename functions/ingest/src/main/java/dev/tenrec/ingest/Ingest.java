package dev.tenrec.ingest;

import dev.tenrec.events.CapturedEvents;
import dev.tenrec.events.MalformedEnvelopeException;
import dev.tenrec.events.ProcessedEvent;
import dev.tenrec.events.RejectedData;
import dev.tenrec.ingest.events.EventPreparation;
import dev.tenrec.ingest.events.Preparation;
import dev.tenrec.ingest.events.PreparedEvent;
import dev.tenrec.ingest.events.Warning;
import dev.tenrec.ingest.groups.GroupOutcome;
import dev.tenrec.ingest.groups.GroupProcessor;
import dev.tenrec.ingest.groups.GroupResults;
import dev.tenrec.ingest.persons.PersonOutcome;
import dev.tenrec.ingest.persons.PersonProcessor;
import dev.tenrec.ingest.persons.PersonResults;
import dev.tenrec.stores.batches.StoreUnavailableException;
import dev.tenrec.stores.projects.Project;
import dev.tenrec.streams.EnvelopeReader;
import dev.tenrec.streams.EnvelopeStream;
import dev.tenrec.streams.StreamConsumer;
import dev.tenrec.streams.StreamRecord;
import dev.tenrec.streams.StreamUnavailableException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Ingests batches of captured events.
 *
 * <p>Guarantees: a batch is done when its persons and groups are written and everything it has to
 * say is published; a record or event that cannot be processed is published as rejected data and
 * holds up nothing; when a store or stream does not answer, the whole batch comes again and ends as
 * if it had come once, its events published again under the same ids.
 */
public final class Ingest implements StreamConsumer {
  private final EnvelopeReader reader;
  private final ProjectLookup projects;
  private final PersonProcessor persons;
  private final GroupProcessor groups;
  private final EnvelopeStream processed;
  private final InstantSource clock;
  private final Consumer<String> log;

  public Ingest(
      EnvelopeReader reader,
      ProjectLookup projects,
      PersonProcessor persons,
      GroupProcessor groups,
      EnvelopeStream processed,
      InstantSource clock,
      Consumer<String> log) {
    this.reader = reader;
    this.projects = projects;
    this.persons = persons;
    this.groups = groups;
    this.processed = processed;
    this.clock = clock;
    this.log = log;
  }

  @Override
  public Optional<String> consume(List<StreamRecord> records) {
    Instant started = clock.instant();
    try {
      Batch batch = new Batch();
      records.forEach(batch::prepare);
      BatchLine line = batch.publish(records.size());
      log.accept(line.done(started, clock.instant()));
      return Optional.empty();
    } catch (StoreUnavailableException | StreamUnavailableException failure) {
      log.accept(BatchLine.comingAgain(records.size(), failure));
      return Optional.of(records.getFirst().sequenceNumber());
    }
  }

  private final class Batch {
    private final List<PreparedEvent> events = new ArrayList<>();
    private final List<RejectedData> rejected = new ArrayList<>();

    void prepare(StreamRecord record) {
      try {
        // Whatever else is in the stream is for others.
        if (reader.read(record) instanceof CapturedEvents captured) {
          Optional<Project> project = projects.byId(captured.project());
          for (int index = 0; index < captured.events().size(); index++) {
            prepare(captured, record.sequenceNumber(), index, project);
          }
        }
      } catch (MalformedEnvelopeException malformed) {
        rejected.add(Rejections.of(record, malformed));
      }
    }

    private void prepare(
        CapturedEvents captured, String sequenceNumber, int index, Optional<Project> project) {
      if (project.isEmpty()) {
        // As data of no project, for nobody can look into one that does not exist.
        rejected.add(
            Rejections.of(
                0,
                captured.events().get(index),
                captured.receivedAt(),
                new Warning(
                    "unknown_project",
                    "There is no project %d: it was deleted after the event was captured"
                        .formatted(captured.project()))));
        return;
      }
      try {
        switch (EventPreparation.prepare(
            captured, sequenceNumber, index, project.get().settings().capture().anonymizeIps())) {
          case Preparation.Accepted accepted -> {
            events.add(accepted.event());
            accepted.warnings().forEach(warning -> reject(captured, index, warning));
          }
          case Preparation.Dropped dropped -> reject(captured, index, dropped.reason());
        }
      } catch (RuntimeException poison) {
        reject(
            captured,
            index,
            new Warning("processing_failed", "The event broke its processing: " + poison));
      }
    }

    private void reject(CapturedEvents captured, int index, Warning reason) {
      rejected.add(
          Rejections.of(
              captured.project(), captured.events().get(index), captured.receivedAt(), reason));
    }

    private void reject(PreparedEvent event, Warning reason) {
      rejected.add(Rejections.of(event.project(), event.source(), event.receivedAt(), reason));
    }

    BatchLine publish(int records) {
      PersonResults ofPersons = persons.process(events);
      GroupResults ofGroups = groups.process(events);
      Publication publication = new Publication();
      ofPersons.news().forEach(publication::persons);
      ofGroups.news().forEach(publication::groups);
      int published = 0;
      for (int index = 0; index < events.size(); index++) {
        PreparedEvent event = events.get(index);
        GroupOutcome groupsOfEvent = ofGroups.outcomes().get(index);
        groupsOfEvent.warnings().forEach(warning -> reject(event, warning));
        switch (ofPersons.outcomes().get(index)) {
          case PersonOutcome.Known known -> {
            known.warnings().forEach(warning -> reject(event, warning));
            publication.event(event.project(), processed(event, known, groupsOfEvent));
            published++;
          }
          case PersonOutcome.Refused refused -> reject(event, refused.reason());
        }
      }
      rejected.forEach(publication::rejected);
      publication.put(processed);
      int changed = ofPersons.news().stream().mapToInt(news -> news.persons().size()).sum();
      return new BatchLine(records, published, rejected.size(), changed);
    }

    private ProcessedEvent processed(
        PreparedEvent event, PersonOutcome.Known person, GroupOutcome groupsOfEvent) {
      groupsOfEvent.keys().forEach((type, key) -> event.properties().put("$group_" + type, key));
      return new ProcessedEvent(
          event.source().uuid(),
          event.name(),
          event.source().distinctId(),
          person.personId(),
          event.source().timestamp(),
          event.receivedAt(),
          person.mode(),
          event.elementsChain(),
          event.properties(),
          person.personProperties());
    }
  }
}
