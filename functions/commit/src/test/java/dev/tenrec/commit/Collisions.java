package dev.tenrec.commit;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.tenrec.commit.CommitFixture.Row;
import dev.tenrec.lake.KeyHash;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;

/** Two different keys of one hash: the project shifts the hash, the id shifts it back. */
final class Collisions {
  private Collisions() {}

  static Row[] twins(Instant at) {
    byte[] id = "abcdefgh".getBytes(US_ASCII);
    long target = state(1) ^ ByteBuffer.wrap(id).order(ByteOrder.LITTLE_ENDIAN).getLong();
    for (long project = 2; ; project++) {
      byte[] other = new byte[8];
      ByteBuffer.wrap(other).order(ByteOrder.LITTLE_ENDIAN).putLong(target ^ state(project));
      if (isText(other) && KeyHash.of(project, other) == KeyHash.of(1, id)) {
        return new Row[] {
          new Row(1, new String(id, US_ASCII), at),
          new Row(project, new String(other, US_ASCII), at)
        };
      }
    }
  }

  private static boolean isText(byte[] bytes) {
    for (byte character : bytes) {
      if (character < ' ' || character > '~') {
        return false;
      }
    }
    return true;
  }

  // What the hash is after the project, before the id.
  private static long state(long project) {
    long mixed = project + 0x9e37_79b9_7f4a_7c15L;
    mixed = (mixed ^ (mixed >>> 30)) * 0xbf58_476d_1ce4_e5b9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94d0_49bb_1331_11ebL;
    return mixed ^ (mixed >>> 31);
  }
}
