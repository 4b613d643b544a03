package dev.tenrec.streams;

import static java.nio.charset.StandardCharsets.UTF_8;

/** An envelope, a part of one, or a claim ticket: what becomes one record of the stream. */
record PackedRecord(String key, byte[] data) {
  /** What counts against the limits of a record and of a call. */
  int size() {
    return data.length + key.getBytes(UTF_8).length;
  }
}
