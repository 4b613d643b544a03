package dev.tenrec.lake.write;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tenrec.events.MalformedEnvelopeException;
import dev.tenrec.events.RejectedData;
import dev.tenrec.streams.StreamRecord;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Base64;
import java.util.UUID;

/** A record that holds no envelope, kept whole. */
final class PoisonRecord {
  private PoisonRecord() {}

  static RejectedData rejection(StreamRecord record, MalformedEnvelopeException reason) {
    String place = record.stream() + "/" + record.shard() + "/" + record.sequenceNumber();
    return new RejectedData(
        0,
        // The same for every delivery of the record.
        UUID.nameUUIDFromBytes(place.getBytes(UTF_8)),
        record.arrival(),
        "lake",
        "malformed_envelope",
        "Record " + place + ": " + reason.getMessage(),
        "",
        "",
        "",
        text(record.data()));
  }

  private static String text(byte[] data) {
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(data)).toString();
    } catch (CharacterCodingException e) {
      return "base64:" + Base64.getEncoder().encodeToString(data);
    }
  }
}
