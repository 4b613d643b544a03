package dev.tenrec.emulators.kinesis;

import dev.tenrec.emulators.protocol.AwsFailure;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/** What a shard iterator means: the lowest sequence number to return, good for five minutes. */
record ShardPosition(String stream, String shardId, long sequence, Instant issued) {
  private static final Duration LIFE = Duration.ofMinutes(5);

  String token() {
    String text = String.join("/", stream, shardId, "" + sequence, "" + issued.toEpochMilli());
    return Base64.getUrlEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  static ShardPosition parse(String token) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(token);
      String[] parts = new String(bytes, StandardCharsets.UTF_8).split("/", -1);
      if (parts.length == 4) {
        Instant issued = Instant.ofEpochMilli(Long.parseLong(parts[3]));
        return new ShardPosition(parts[0], parts[1], Long.parseLong(parts[2]), issued);
      }
    } catch (IllegalArgumentException e) {
      // Falls through to the same answer as any other text that we have not given out.
    }
    throw Checks.invalid("'" + token + "' is not a shard iterator");
  }

  ShardPosition requireFresh(Instant now) {
    if (issued.plus(LIFE).isBefore(now)) {
      throw AwsFailure.client(
          "ExpiredIteratorException",
          "The iterator was created at " + issued + ", more than " + LIFE + " before " + now);
    }
    return this;
  }
}
