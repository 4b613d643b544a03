package dev.tenrec.lake.write;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.events.Envelope;
import dev.tenrec.events.EnvelopeCodec;
import dev.tenrec.events.PersonOverride;
import dev.tenrec.events.PersonVersion;
import dev.tenrec.events.ProcessedEvent;
import dev.tenrec.events.ProcessedEvent.PersonMode;
import dev.tenrec.events.ProcessedEvents;
import dev.tenrec.events.ProcessedPersons;
import dev.tenrec.streams.StreamRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Records as a stream delivers them. */
final class Deliveries {
  static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");

  private Deliveries() {}

  static UUID id(long number) {
    return new UUID(0x0199_0000_0000_7000L, 0x8000_0000_0000_0000L | number);
  }

  static ObjectNode properties() {
    return JsonNodeFactory.instance.objectNode();
  }

  static ProcessedEvent event(long number, Instant timestamp) {
    return event(number, timestamp, properties().put("$browser", "Firefox").put("n", number));
  }

  static ProcessedEvent event(long number, Instant timestamp, ObjectNode properties) {
    return new ProcessedEvent(
        id(number),
        "purchase",
        "ann",
        id(1_000_000),
        timestamp,
        NOON,
        PersonMode.FULL,
        "",
        properties,
        properties().put("plan", "free"));
  }

  static ProcessedEvents events(ProcessedEvent... events) {
    return new ProcessedEvents(1, "ann", List.of(events));
  }

  static ProcessedPersons persons(long number) {
    return new ProcessedPersons(
        1,
        List.of(
            new PersonVersion(
                id(number), 2, List.of("ann"), properties(), true, false, NOON, NOON)),
        List.of(new PersonOverride(id(number + 1), id(number), 2, NOON)));
  }

  static StreamRecord record(long sequence, Envelope envelope) {
    return record("shard-0", sequence, EnvelopeCodec.write(envelope));
  }

  static StreamRecord record(String shard, long sequence, Envelope envelope) {
    return record(shard, sequence, EnvelopeCodec.write(envelope));
  }

  static StreamRecord poison(long sequence, String text) {
    return record("shard-0", sequence, text.getBytes(UTF_8));
  }

  static StreamRecord record(String shard, long sequence, byte[] data) {
    // Real sequence numbers have 56 digits.
    return new StreamRecord("processed", shard, "495903382714902" + sequence, NOON, data);
  }

  /** Records with one event each, of the day of {@link #NOON} and the day before. */
  static List<StreamRecord> mixed(int first, int last) {
    List<StreamRecord> records = new ArrayList<>();
    for (int i = first; i <= last; i++) {
      Envelope envelope =
          i % 5 == 4
              ? persons(i * 10L)
              : events(event(i, NOON.minusSeconds(3_600L * 13 * (i % 2))));
      records.add(record(1_000 + i, envelope));
    }
    return records;
  }
}
