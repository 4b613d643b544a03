package dev.tenrec.cloud.mappings;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Base64;

/**
 * One record of a stream.
 *
 * @param sequenceNumber its place in its shard
 * @param data in Base64, as it came and as it goes on
 */
record SourceRecord(String sequenceNumber, String partitionKey, Instant arrival, String data) {
  // What a record's metadata takes in an event, generously.
  private static final int METADATA = 600;

  SourceRecord {
    requireNonNull(sequenceNumber, "sequenceNumber is null");
    requireNonNull(partitionKey, "partitionKey is null");
    requireNonNull(arrival, "arrival is null");
    requireNonNull(data, "data is null");
  }

  /** About how much of an event it takes. */
  int size() {
    return data.length() + METADATA + 6 * partitionKey.length();
  }

  byte[] content() {
    return Base64.getDecoder().decode(data);
  }
}
