package dev.tenrec.errors;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tenrec.events.EnvelopeCodec;
import dev.tenrec.events.ProcessedEvent;
import dev.tenrec.events.ProcessedEvents;
import dev.tenrec.events.RejectedData;
import dev.tenrec.streams.StreamRecord;
import java.util.List;
import java.util.UUID;

/**
 * Writes down what gets no issue. The id of a rejection is computed from what it is about, so that
 * a redelivery makes the same one.
 */
final class Rejections {
  private static final String STEP = "errors";

  private Rejections() {}

  /** Of an exception that cannot be read, kept whole. */
  static RejectedData of(long project, ProcessedEvent event, String reason, String detail) {
    ProcessedEvents alone = new ProcessedEvents(project, event.distinctId(), List.of(event));
    return rejection(project, event, reason, detail, new String(EnvelopeCodec.write(alone), UTF_8));
  }

  /** Of an exception that nobody wants: only counted, because it was suppressed to save room. */
  static RejectedData suppressed(long project, ProcessedEvent event, UUID issue) {
    return rejection(
        project,
        event,
        "suppressed_issue",
        "Issue " + issue + " is suppressed: set it to active to keep its exceptions again",
        "");
  }

  private static RejectedData rejection(
      long project, ProcessedEvent event, String reason, String detail, String body) {
    return new RejectedData(
        project,
        UUID.nameUUIDFromBytes((project + "/errors/" + event.uuid()).getBytes(UTF_8)),
        event.createdAt(),
        STEP,
        reason,
        detail,
        "",
        event.distinctId(),
        event.event(),
        body);
  }

  /** Of a record in which no envelope can be read. */
  static RejectedData of(StreamRecord record, RuntimeException failure) {
    String place = record.stream() + "/" + record.shard() + "/" + record.sequenceNumber();
    return new RejectedData(
        0,
        UUID.nameUUIDFromBytes((STEP + "/" + place).getBytes(UTF_8)),
        record.arrival(),
        STEP,
        "malformed_envelope",
        "Record " + place + ": " + failure.getMessage(),
        "",
        "",
        "",
        new String(record.data(), UTF_8));
  }
}
