package dev.tenrec.streams;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.events.CapturedEvent;
import dev.tenrec.events.CapturedEvents;
import dev.tenrec.events.Envelope;
import dev.tenrec.events.RejectedData;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Envelopes for the tests of this module. */
final class Samples {
  static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private Samples() {}

  /** Events of one person, numbered from {@code first}, each about {@code bytes} large. */
  static CapturedEvents events(String person, int first, int count, int bytes) {
    return new CapturedEvents(
        1,
        person,
        NOON,
        "",
        false,
        IntStream.range(first, first + count)
            .mapToObj(number -> event(person, number, bytes))
            .toList());
  }

  static CapturedEvents event(String person, int number) {
    return events(person, number, 1, 10);
  }

  static RejectedData rejected(String body) {
    return new RejectedData(1, new UUID(1, 1), NOON, "capture", "odd", "Odd.", "", "", "", body);
  }

  /** The numbers of a person's events, in the order of the envelopes. */
  static List<Integer> numbers(List<Envelope> envelopes, String person) {
    return envelopes.stream()
        .flatMap(envelope -> envelope instanceof CapturedEvents all ? Stream.of(all) : null)
        .filter(all -> all.distinctId().equals(person))
        .flatMap(all -> all.events().stream())
        .map(event -> event.properties().get("number").intValue())
        .toList();
  }

  private static CapturedEvent event(String person, int number, int bytes) {
    ObjectNode properties = JsonNodeFactory.instance.objectNode();
    properties.put("number", number).put("filling", "x".repeat(bytes));
    return new CapturedEvent(new UUID(7, number), "clicked", person, NOON, properties);
  }
}
