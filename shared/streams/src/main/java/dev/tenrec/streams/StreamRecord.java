package dev.tenrec.streams;

import static java.util.Objects.requireNonNull;

import java.math.BigInteger;
import java.time.Instant;

/**
 * One record as an event source mapping delivers it.
 *
 * @param stream the stream's name
 * @param shard the shard's id
 * @param sequenceNumber the record's place in its shard; compare with {@link #isAfter}
 * @param arrival when the stream accepted it
 * @param data the envelope's bytes
 */
public record StreamRecord(
    String stream, String shard, String sequenceNumber, Instant arrival, byte[] data) {
  public StreamRecord {
    requireNonNull(stream, "stream is null");
    requireNonNull(shard, "shard is null");
    requireNonNull(sequenceNumber, "sequenceNumber is null");
    requireNonNull(arrival, "arrival is null");
    requireNonNull(data, "data is null");
  }

  /** Whether this record comes after the given sequence number of the same shard. */
  public boolean isAfter(String other) {
    return new BigInteger(sequenceNumber).compareTo(new BigInteger(other)) > 0;
  }
}
