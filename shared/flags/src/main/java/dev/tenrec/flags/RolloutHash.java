package dev.tenrec.flags;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Places an identifier on the line from 0 to 1, the same place at every evaluation and in every
 * SDK: the first 15 hexadecimal digits of a SHA-1 over the largest number they can hold.
 */
final class RolloutHash {
  private static final double LARGEST = 0xFFFFFFFFFFFFFFFL;
  private static final int FIRST_BITS = 60;

  // Looking an algorithm up costs as much as the digest itself; a copy of a fresh one costs little.
  private static final MessageDigest FRESH = sha1();

  private RolloutHash() {}

  /** Where the identifier stands for a flag's rollout. */
  static double rollout(String flag, String identifier) {
    return identifier.isEmpty() ? 0 : place(flag + "." + identifier);
  }

  /** Where the identifier stands among a flag's variants. */
  static double variant(String flag, String identifier) {
    return identifier.isEmpty() ? 0 : place(flag + "." + identifier + "variant");
  }

  /** Where the identifier stands for holdouts, the same for every flag. */
  static double holdout(String identifier) {
    return identifier.isEmpty() ? 0 : place("holdout-" + identifier);
  }

  private static double place(String text) {
    byte[] digest = digest(text.getBytes(StandardCharsets.UTF_8));
    long first = 0;
    for (int i = 0; i < Long.BYTES; i++) {
      first = first << Byte.SIZE | (digest[i] & 0xFF);
    }
    return (first >>> (Long.SIZE - FIRST_BITS)) / LARGEST;
  }

  private static byte[] digest(byte[] bytes) {
    try {
      return ((MessageDigest) FRESH.clone()).digest(bytes);
    } catch (CloneNotSupportedException otherProvider) {
      return sha1().digest(bytes);
    }
  }

  private static MessageDigest sha1() {
    try {
      return MessageDigest.getInstance("SHA-1");
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("This Java has no SHA-1", missing);
    }
  }
}
