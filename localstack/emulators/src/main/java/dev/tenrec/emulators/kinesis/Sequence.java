package dev.tenrec.emulators.kinesis;

import dev.tenrec.emulators.protocol.AwsFailure;
import java.time.Instant;

/**
 * Sequence numbers: milliseconds of arrival in the upper bits, a counter in the lower 20, so that
 * they grow across restarts and tell the time. As text they have 56 digits like those of AWS.
 */
final class Sequence {
  private static final int COUNTER_BITS = 20;
  private static final long LATEST_MILLIS = Long.MAX_VALUE >> COUNTER_BITS;
  private static final String PREFIX = "49";

  private Sequence() {}

  /** The first number of a moment. */
  static long at(Instant moment) {
    return Math.clamp(moment.toEpochMilli(), 0, LATEST_MILLIS) << COUNTER_BITS;
  }

  static Instant arrival(long sequence) {
    return Instant.ofEpochMilli(sequence >> COUNTER_BITS);
  }

  static String text(long sequence) {
    return PREFIX + "%054d".formatted(sequence);
  }

  static long parse(String text) {
    try {
      if (text.length() == 56 && text.startsWith(PREFIX)) {
        return Long.parseLong(text.substring(PREFIX.length()));
      }
    } catch (NumberFormatException e) {
      // Falls through to the same answer as any other text that we have not given out.
    }
    throw AwsFailure.client(
        "InvalidArgumentException", "'" + text + "' is not a sequence number of this stream");
  }
}
