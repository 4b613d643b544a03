package dev.tenrec.ingest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.events.CapturedEvent;
import dev.tenrec.events.ExactJson;
import dev.tenrec.events.RejectedData;
import dev.tenrec.ingest.events.Warning;
import dev.tenrec.streams.StreamRecord;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/**
 * Writes down what was rejected or is odd. The id of a rejection is computed from what it is about,
 * so that a redelivery makes the same one.
 */
final class Rejections {
  private static final String STEP = "ingest";

  private Rejections() {}

  static RejectedData of(long project, CapturedEvent event, Instant receivedAt, Warning warning) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("uuid", event.uuid().toString());
    body.put("event", event.event());
    body.put("distinct_id", event.distinctId());
    body.put("timestamp", event.timestamp().toString());
    body.set("properties", event.properties());
    return new RejectedData(
        project,
        id(project + ":" + event.uuid() + ":" + warning.reason() + ":" + warning.detail()),
        receivedAt,
        STEP,
        warning.reason(),
        warning.detail(),
        "",
        event.distinctId(),
        event.event(),
        ExactJson.write(body));
  }

  /** A record in which no envelope can be read. */
  static RejectedData of(StreamRecord record, RuntimeException failure) {
    return new RejectedData(
        0,
        id(record.stream() + ":" + record.shard() + ":" + record.sequenceNumber()),
        record.arrival(),
        STEP,
        "undecodable_record",
        "Record %s of %s cannot be read: %s"
            .formatted(record.sequenceNumber(), record.shard(), failure.getMessage()),
        "",
        "",
        "",
        text(record.data()));
  }

  private static UUID id(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  private static String text(byte[] data) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(data)).toString();
    } catch (CharacterCodingException binary) {
      return Base64.getEncoder().encodeToString(data);
    }
  }
}
