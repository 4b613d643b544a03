package dev.tenrec.emulators.kinesis;

import java.nio.charset.StandardCharsets;

/** A record that has no sequence number yet. */
record NewRecord(String partitionKey, byte[] data) {

  /** What counts against the limits. */
  int size() {
    return partitionKey.getBytes(StandardCharsets.UTF_8).length + data.length;
  }
}
