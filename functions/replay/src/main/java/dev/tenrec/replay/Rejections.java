package dev.tenrec.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tenrec.events.CapturedSnapshots;
import dev.tenrec.events.RejectedData;
import dev.tenrec.streams.StreamRecord;
import java.util.UUID;

/**
 * Writes down what cannot be replayed. The id of a rejection is computed from what it is about, so
 * that a redelivery makes the same one.
 */
final class Rejections {
  private static final String STEP = "replay";
  private static final String SNAPSHOT = "$snapshot";

  private Rejections() {}

  /** Of a piece, or of some of its items. */
  static RejectedData of(CapturedSnapshots piece, String reason, String detail, String body) {
    String name = "%d:%s:%s:%s".formatted(piece.project(), piece.sessionId(), reason, body);
    return new RejectedData(
        piece.project(),
        UUID.nameUUIDFromBytes(name.getBytes(UTF_8)),
        piece.receivedAt(),
        STEP,
        reason,
        "Session %s: %s".formatted(piece.sessionId(), detail),
        "",
        piece.distinctId(),
        SNAPSHOT,
        body);
  }

  /** Of a record in which no envelope can be read. */
  static RejectedData of(StreamRecord record, RuntimeException failure) {
    String name = record.stream() + ":" + record.shard() + ":" + record.sequenceNumber();
    return new RejectedData(
        0,
        UUID.nameUUIDFromBytes(name.getBytes(UTF_8)),
        record.arrival(),
        STEP,
        "undecodable_record",
        "Record %s of %s cannot be read: %s"
            .formatted(record.sequenceNumber(), record.shard(), failure.getMessage()),
        "",
        "",
        "",
        new String(record.data(), UTF_8));
  }
}
