package dev.tenrec.streams;

import dev.tenrec.events.CapturedEvents;
import dev.tenrec.events.CapturedSnapshots;
import dev.tenrec.events.Envelope;
import dev.tenrec.events.FingerprintMoves;
import dev.tenrec.events.GroupedExceptions;
import dev.tenrec.events.InternalEvents;
import dev.tenrec.events.ProcessedEvents;
import dev.tenrec.events.ProcessedGroups;
import dev.tenrec.events.ProcessedPersons;
import dev.tenrec.events.ProcessedRecordings;
import dev.tenrec.events.RejectedData;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Halves an envelope that holds several things; both halves mean together what it meant. */
final class EnvelopeParts {
  private EnvelopeParts() {}

  /** Two or more smaller envelopes in order; the envelope itself when it cannot be divided. */
  static List<Envelope> halve(Envelope envelope) {
    return switch (envelope) {
      case CapturedEvents all ->
          halve(
              all.events(),
              events ->
                  new CapturedEvents(
                      all.project(),
                      all.distinctId(),
                      all.receivedAt(),
                      all.ip(),
                      all.historical(),
                      events));
      case ProcessedEvents all ->
          halve(
              all.events(), events -> new ProcessedEvents(all.project(), all.distinctId(), events));
      case GroupedExceptions all ->
          halve(
              all.events(),
              events -> new GroupedExceptions(all.project(), all.distinctId(), events));
      case InternalEvents all ->
          halve(
              all.events(), events -> new InternalEvents(all.project(), all.distinctId(), events));
      case FingerprintMoves all ->
          halve(all.moves(), moves -> new FingerprintMoves(all.project(), moves));
      case ProcessedPersons all when !all.persons().isEmpty() && !all.overrides().isEmpty() ->
          List.of(
              new ProcessedPersons(all.project(), all.persons(), List.of()),
              new ProcessedPersons(all.project(), List.of(), all.overrides()));
      case ProcessedPersons all when all.overrides().isEmpty() ->
          halve(all.persons(), persons -> new ProcessedPersons(all.project(), persons, List.of()));
      case ProcessedPersons all ->
          halve(
              all.overrides(),
              overrides -> new ProcessedPersons(all.project(), List.of(), overrides));
      case ProcessedGroups all ->
          halve(all.groups(), groups -> new ProcessedGroups(all.project(), groups));
      case ProcessedRecordings all ->
          halve(all.recordings(), recordings -> new ProcessedRecordings(all.project(), recordings));
      // A recording's replay recognises a piece that comes twice by the whole of it.
      case CapturedSnapshots whole -> List.of(whole);
      case RejectedData whole -> List.of(whole);
    };
  }

  private static <T> List<Envelope> halve(List<T> things, Function<List<T>, Envelope> envelope) {
    int middle = things.size() / 2;
    return Stream.of(things.subList(0, middle), things.subList(middle, things.size()))
        .filter(half -> !half.isEmpty())
        .map(envelope)
        .toList();
  }
}
