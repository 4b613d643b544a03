package dev.tenrec.ingest;

import dev.tenrec.events.CapturedEvent;
import dev.tenrec.events.CapturedEvents;
import dev.tenrec.events.EnvelopeCodec;
import dev.tenrec.streams.StreamRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/**
 * Random events of few distinct ids, so that everything that can happen between persons does.
 *
 * @param records in the order of the stream
 */
record Traffic(List<StreamRecord> records) {
  private static final String[] NAMES = {"$pageview", "$pageview", "$set", "$exception"};
  private static final String[] KEYS = {"a", "b", "c", "$referrer"};

  static Traffic random(Random random, int length, int distinctIds) {
    List<StreamRecord> records = new ArrayList<>();
    for (int index = 0; index < length; index++) {
      String distinctId = "id-" + random.nextInt(distinctIds);
      CapturedEvent[] events = new CapturedEvent[1 + random.nextInt(3)];
      for (int event = 0; event < events.length; event++) {
        events[event] = event(random, distinctId, distinctIds);
      }
      records.add(IngestRig.record(100 + index, events));
    }
    return new Traffic(records);
  }

  private static CapturedEvent event(Random random, String distinctId, int distinctIds) {
    UUID uuid = new UUID(random.nextLong(), random.nextLong());
    String other = "id-" + random.nextInt(distinctIds);
    return switch (random.nextInt(10)) {
      case 0, 1 ->
          IngestRig.event(
              uuid,
              "$identify",
              distinctId,
              "{\"$anon_distinct_id\":\"%s\",%s}".formatted(other, changes(random)));
      case 2 ->
          IngestRig.event(uuid, "$create_alias", distinctId, "{\"alias\":\"%s\"}".formatted(other));
      case 3 ->
          IngestRig.event(
              uuid,
              random.nextInt(3) == 0 ? "$merge_dangerously" : "$create_alias",
              distinctId,
              "{\"alias\":\"%s\",%s}".formatted(other, changes(random)));
      case 4 ->
          IngestRig.event(
              uuid,
              "$pageview",
              distinctId,
              "{\"$process_person_profile\":false,%s}".formatted(changes(random)));
      default ->
          IngestRig.event(
              uuid, NAMES[random.nextInt(NAMES.length)], distinctId, "{" + changes(random) + "}");
    };
  }

  private static String changes(Random random) {
    String set = random.nextInt(3) == 0 ? "" : value(random);
    String once = random.nextInt(3) == 0 ? value(random) : "";
    String unset =
        random.nextInt(4) == 0 ? "\"" + KEYS[random.nextInt(KEYS.length - 1)] + "\"" : "";
    return "\"$set\":{%s},\"$set_once\":{%s},\"$unset\":[%s]".formatted(set, once, unset);
  }

  private static String value(Random random) {
    return "\"%s\":%d".formatted(KEYS[random.nextInt(KEYS.length)], random.nextInt(3));
  }

  /** All events in the order of the stream. */
  List<CapturedEvent> events() {
    return records.stream()
        .flatMap(record -> ((CapturedEvents) EnvelopeCodec.read(record.data())).events().stream())
        .toList();
  }

  /** What the reference makes of it. */
  ReferencePersons reference() {
    ReferencePersons reference = new ReferencePersons();
    events().forEach(reference::apply);
    return reference;
  }
}
