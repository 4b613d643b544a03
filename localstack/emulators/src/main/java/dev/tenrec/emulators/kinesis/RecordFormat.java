package dev.tenrec.emulators.kinesis;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * A record in a segment file: length and CRC32C of the rest, sequence number, length of the
 * partition key, partition key, data.
 */
final class RecordFormat {
  static final int HEADER = 2 * Integer.BYTES;
  private static final int FIXED = Long.BYTES + Short.BYTES;

  private RecordFormat() {}

  static byte[] encode(long sequence, NewRecord record) {
    byte[] key = record.partitionKey().getBytes(StandardCharsets.UTF_8);
    int length = FIXED + key.length + record.data().length;
    ByteBuffer buffer = ByteBuffer.allocate(HEADER + length);
    buffer.position(HEADER);
    buffer.putLong(sequence).putShort((short) key.length).put(key).put(record.data());
    buffer.putInt(0, length).putInt(Integer.BYTES, checksum(buffer.array(), length));
    return buffer.array();
  }

  /** The size that the header at the position of {@code buffer} names; nonsense if it is torn. */
  static long size(ByteBuffer buffer) {
    return HEADER + (long) buffer.getInt(buffer.position());
  }

  static int size(StoredRecord record) {
    return HEADER
        + FIXED
        + record.partitionKey().getBytes(StandardCharsets.UTF_8).length
        + record.data().length;
  }

  /**
   * Reads the record at the position of an array-backed {@code buffer} and moves behind it; empty
   * if it is torn.
   */
  static Optional<StoredRecord> decode(ByteBuffer buffer) {
    if (buffer.remaining() < HEADER) {
      return Optional.empty();
    }
    int start = buffer.position();
    int length = buffer.getInt(start);
    if (length < FIXED || length > buffer.remaining() - HEADER) {
      return Optional.empty();
    }
    CRC32C checksum = new CRC32C();
    checksum.update(buffer.array(), buffer.arrayOffset() + start + HEADER, length);
    if ((int) checksum.getValue() != buffer.getInt(start + Integer.BYTES)) {
      return Optional.empty();
    }
    buffer.position(start + HEADER);
    long sequence = buffer.getLong();
    byte[] key = new byte[Short.toUnsignedInt(buffer.getShort())];
    buffer.get(key);
    byte[] data = new byte[length - FIXED - key.length];
    buffer.get(data);
    return Optional.of(new StoredRecord(sequence, new String(key, StandardCharsets.UTF_8), data));
  }

  private static int checksum(byte[] record, int length) {
    CRC32C checksum = new CRC32C();
    checksum.update(record, HEADER, length);
    return (int) checksum.getValue();
  }
}
