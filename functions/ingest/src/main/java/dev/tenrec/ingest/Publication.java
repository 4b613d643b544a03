package dev.tenrec.ingest;

import dev.tenrec.events.Envelope;
import dev.tenrec.events.PersonVersion;
import dev.tenrec.events.ProcessedEvent;
import dev.tenrec.events.ProcessedEvents;
import dev.tenrec.events.ProcessedGroups;
import dev.tenrec.events.ProcessedPersons;
import dev.tenrec.events.RejectedData;
import dev.tenrec.ingest.events.JsonSize;
import dev.tenrec.streams.EnvelopeStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** Gathers what a batch has to publish: the events of a distinct id together and in order. */
final class Publication {
  // Of one record, and of one put: events of a person share its properties in memory, but each
  // carries them in the stream.
  private static final long RECORD_BYTES = 700_000;
  private static final long PUT_BYTES = 8_000_000;
  private static final int BESIDE_PROPERTIES = 400;

  private final Map<Who, List<ProcessedEvent>> events = new LinkedHashMap<>();
  private final List<Sized> envelopes = new ArrayList<>();

  void event(long project, ProcessedEvent event) {
    boolean exception = event.event().equals(ProcessedEvents.EXCEPTION);
    events
        .computeIfAbsent(new Who(project, event.distinctId(), exception), _ -> new ArrayList<>())
        .add(event);
  }

  void persons(ProcessedPersons news) {
    long bytes =
        news.persons().stream().mapToLong(Publication::bytes).sum()
            + (long) BESIDE_PROPERTIES * news.overrides().size();
    if (bytes <= RECORD_BYTES) {
      envelopes.add(new Sized(news, bytes));
      return;
    }
    cut(
        news.persons(),
        Publication::bytes,
        persons -> new ProcessedPersons(news.project(), persons, List.of()));
    cut(
        news.overrides(),
        _ -> BESIDE_PROPERTIES,
        overrides -> new ProcessedPersons(news.project(), List.of(), overrides));
  }

  void groups(ProcessedGroups news) {
    cut(
        news.groups(),
        group -> BESIDE_PROPERTIES + JsonSize.of(group.properties()),
        groups -> new ProcessedGroups(news.project(), groups));
  }

  void rejected(RejectedData data) {
    envelopes.add(new Sized(data, BESIDE_PROPERTIES + data.body().length()));
  }

  /** Puts everything, persons before the events that are theirs. */
  void put(EnvelopeStream stream) {
    events.forEach(
        (who, ofOne) ->
            cut(
                ofOne,
                Publication::bytes,
                part -> new ProcessedEvents(who.project(), who.distinctId(), part)));
    List<Envelope> put = new ArrayList<>();
    long bytes = 0;
    for (Sized envelope : envelopes) {
      if (!put.isEmpty() && bytes + envelope.bytes() > PUT_BYTES) {
        stream.put(List.copyOf(put));
        put.clear();
        bytes = 0;
      }
      put.add(envelope.envelope());
      bytes += envelope.bytes();
    }
    if (!put.isEmpty()) {
      stream.put(put);
    }
  }

  private <T> void cut(
      List<T> things, ToLongFunction<T> size, Function<List<T>, Envelope> envelope) {
    List<T> part = new ArrayList<>();
    long bytes = 0;
    for (T thing : things) {
      long next = size.applyAsLong(thing);
      if (!part.isEmpty() && bytes + next > RECORD_BYTES) {
        envelopes.add(new Sized(envelope.apply(part), bytes));
        part = new ArrayList<>();
        bytes = 0;
      }
      part.add(thing);
      bytes += next;
    }
    if (!part.isEmpty()) {
      envelopes.add(new Sized(envelope.apply(part), bytes));
    }
  }

  private static long bytes(ProcessedEvent event) {
    return BESIDE_PROPERTIES
        + event.elementsChain().length()
        + JsonSize.of(event.properties())
        + JsonSize.of(event.personProperties());
  }

  private static long bytes(PersonVersion person) {
    return BESIDE_PROPERTIES
        + JsonSize.of(person.properties())
        + person.distinctIds().stream().mapToLong(id -> id.length() + 3L).sum();
  }

  private record Who(long project, String distinctId, boolean exception) {}

  private record Sized(Envelope envelope, long bytes) {}
}
