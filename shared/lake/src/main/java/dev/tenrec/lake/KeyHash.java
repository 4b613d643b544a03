package dev.tenrec.lake;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * A hash of a project and an id, 64 bits, the same in every process. Equal hashes do not prove
 * equal keys; among a hundred million keys there is a pair of different ones with a chance of 1 in
 * 4,000.
 */
public final class KeyHash {
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private KeyHash() {}

  /** The hash of an id, given in UTF-8. */
  public static long of(long project, byte[] id) {
    long hash = mix(project + 0x9e37_79b9_7f4a_7c15L);
    int i = 0;
    for (; i + Long.BYTES <= id.length; i += Long.BYTES) {
      hash = mix(hash ^ (long) LONG.get(id, i));
    }
    long rest = id.length;
    for (; i < id.length; i++) {
      rest = rest << 8 | (id[i] & 0xff);
    }
    return mix(hash ^ rest);
  }

  // The finalizer of splitmix64: every bit of the input moves every bit of the output.
  private static long mix(long value) {
    long mixed = (value ^ (value >>> 30)) * 0xbf58_476d_1ce4_e5b9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94d0_49bb_1331_11ebL;
    return mixed ^ (mixed >>> 31);
  }
}
