package dev.tenrec.streams;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tenrec.events.Envelope;
import dev.tenrec.events.EnvelopeCodec;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Turns envelopes into records within the stream's limits: divides what is too large, and stores
 * aside what is too large and cannot be divided.
 */
final class RecordPacker {
  /** The most bytes a record may have, its key included. */
  static final int RECORD_LIMIT = 1024 * 1024;

  private static final int KEY_LIMIT = 256;
  private static final int KEY_START = 128;

  private final ClaimStore claims;

  RecordPacker(ClaimStore claims) {
    this.claims = claims;
  }

  /** The records of that envelope, in order. */
  List<PackedRecord> pack(Envelope envelope) {
    List<PackedRecord> records = new ArrayList<>(1);
    pack(envelope, records);
    return records;
  }

  private void pack(Envelope envelope, List<PackedRecord> records) {
    PackedRecord whole = new PackedRecord(key(envelope), EnvelopeCodec.write(envelope));
    if (whole.size() <= RECORD_LIMIT) {
      records.add(whole);
      return;
    }
    List<Envelope> parts = EnvelopeParts.halve(envelope);
    if (parts.size() > 1) {
      parts.forEach(part -> pack(part, records));
    } else {
      byte[] ticket = ClaimTicket.write(envelope, claims.put(whole.data()));
      records.add(new PackedRecord(whole.key(), ticket));
    }
  }

  // A key over the stream's limit keeps its start, for whoever reads the stream, and its identity.
  private static String key(Envelope envelope) {
    String key = envelope.partitionKey();
    if (key.length() <= KEY_LIMIT) {
      return key;
    }
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getBytes(UTF_8));
      int cut = Character.isHighSurrogate(key.charAt(KEY_START - 1)) ? KEY_START - 1 : KEY_START;
      return key.substring(0, cut) + "#" + HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java has SHA-256", impossible);
    }
  }
}
