package dev.tenrec.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.events.CapturedEvent;
import dev.tenrec.events.CapturedEvents;
import dev.tenrec.events.Envelope;
import dev.tenrec.events.EnvelopeCodec;
import dev.tenrec.events.ExactJson;
import dev.tenrec.events.PersonOverride;
import dev.tenrec.events.PersonVersion;
import dev.tenrec.events.ProcessedEvent;
import dev.tenrec.events.ProcessedEvents;
import dev.tenrec.events.ProcessedPersons;
import dev.tenrec.events.RejectedData;
import dev.tenrec.ingest.groups.GroupProcessor;
import dev.tenrec.ingest.persons.CachingPersonStore;
import dev.tenrec.ingest.persons.PersonProcessor;
import dev.tenrec.stores.groups.TestingGroupStore;
import dev.tenrec.stores.persons.Person;
import dev.tenrec.stores.persons.PersonFinder;
import dev.tenrec.stores.persons.TestingPersonStore;
import dev.tenrec.stores.projects.CaptureSettings;
import dev.tenrec.stores.projects.Project;
import dev.tenrec.stores.projects.ProjectSettings;
import dev.tenrec.stores.projects.RecordingSettings;
import dev.tenrec.streams.EnvelopeReader;
import dev.tenrec.streams.StreamRecord;
import dev.tenrec.streams.TestingClaimStore;
import dev.tenrec.streams.TestingEnvelopeStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** The ingest function over stores and streams in memory. */
final class IngestRig {
  static final Instant NOW = Instant.parse("2026-05-04T10:11:12Z");

  final TestingPersonStore persons = new TestingPersonStore();
  final TestingGroupStore groups = new TestingGroupStore();
  final TestingEnvelopeStream published = new TestingEnvelopeStream();
  final TestingClaimStore claims = new TestingClaimStore();
  final List<String> log = new ArrayList<>();
  private Ingest ingest = container();

  /** From now on another container, which remembers nothing. */
  void restart() {
    ingest = container();
  }

  /** A container of its own over the same stores. */
  Ingest container() {
    InstantSource clock = InstantSource.fixed(NOW);
    return new Ingest(
        new EnvelopeReader(claims),
        id -> id > 2 ? Optional.empty() : Optional.of(project(id, id == 2)),
        new PersonProcessor(
            new CachingPersonStore(persons, clock, Duration.ofMinutes(1), 1_000_000), clock),
        new GroupProcessor(groups, clock),
        published,
        clock,
        log::add);
  }

  Optional<String> deliver(StreamRecord... records) {
    return deliver(Arrays.asList(records));
  }

  Optional<String> deliver(List<StreamRecord> records) {
    return ingest.consume(records);
  }

  private static Project project(long id, boolean anonymizeIps) {
    CaptureSettings capture = new CaptureSettings(anonymizeIps, false, RecordingSettings.OFF);
    return new Project(
        id, "phc_" + id, Instant.EPOCH, 1, ProjectSettings.named("Project " + id).with(capture));
  }

  static CapturedEvent event(String name, String distinctId, String properties) {
    return event(
        UUID.nameUUIDFromBytes((name + distinctId + properties).getBytes(StandardCharsets.UTF_8)),
        name,
        distinctId,
        properties);
  }

  static CapturedEvent event(UUID uuid, String name, String distinctId, String properties) {
    return new CapturedEvent(uuid, name, distinctId, NOW.minusSeconds(60), json(properties));
  }

  /** A record of events that share the first one's distinct id. */
  static StreamRecord record(long sequence, CapturedEvent... events) {
    return record(sequence, 1, events);
  }

  static StreamRecord record(long sequence, long project, CapturedEvent... events) {
    return record(
        sequence,
        EnvelopeCodec.write(
            new CapturedEvents(
                project,
                events[0].distinctId(),
                NOW.minusSeconds(1),
                "203.0.113.9",
                false,
                List.of(events))));
  }

  static StreamRecord record(long sequence, byte[] data) {
    return new StreamRecord(
        "captured", "shardId-000000000000", Long.toString(sequence), NOW.minusSeconds(1), data);
  }

  Optional<Person> person(String distinctId) {
    return new PersonFinder(persons).byDistinctId(1, distinctId);
  }

  private <T extends Envelope> Stream<T> envelopes(Class<T> type) {
    return published.envelopes().stream().filter(type::isInstance).map(type::cast);
  }

  List<ProcessedEvent> events() {
    return envelopes(ProcessedEvents.class)
        .flatMap(envelope -> envelope.events().stream())
        .toList();
  }

  ProcessedEvent onlyEvent() {
    List<ProcessedEvent> events = events();
    if (events.size() != 1) {
      throw new AssertionError("Published " + events);
    }
    return events.getFirst();
  }

  List<RejectedData> rejected() {
    return envelopes(RejectedData.class).toList();
  }

  /** The latest published version of every person. */
  Map<UUID, PersonVersion> versions() {
    Map<UUID, PersonVersion> latest = new LinkedHashMap<>();
    envelopes(ProcessedPersons.class)
        .flatMap(envelope -> envelope.persons().stream())
        .forEach(
            version ->
                latest.merge(
                    version.personId(),
                    version,
                    (before, after) -> after.version() >= before.version() ? after : before));
    return latest;
  }

  /** Where the latest published override of every merged person leads, in one step. */
  Map<UUID, UUID> overrides() {
    Map<UUID, PersonOverride> latest = new LinkedHashMap<>();
    envelopes(ProcessedPersons.class)
        .flatMap(envelope -> envelope.overrides().stream())
        .forEach(
            override ->
                latest.merge(
                    override.oldPersonId(),
                    override,
                    (before, after) -> after.version() >= before.version() ? after : before));
    Map<UUID, UUID> ends = new LinkedHashMap<>();
    latest.forEach((old, override) -> ends.put(old, override.personId()));
    return ends;
  }

  static ObjectNode json(String text) {
    try {
      return (ObjectNode) ExactJson.read(text);
    } catch (JsonProcessingException malformed) {
      throw new IllegalArgumentException(text, malformed);
    }
  }
}
