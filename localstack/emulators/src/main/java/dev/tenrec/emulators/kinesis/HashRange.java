package dev.tenrec.emulators.kinesis;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/** A part of the hash keys 0 to 2^128 - 1, both ends included. */
record HashRange(BigInteger first, BigInteger last) {
  private static final BigInteger KEYS = BigInteger.TWO.pow(128);

  HashRange {
    if (first.signum() < 0 || last.compareTo(KEYS) >= 0 || first.compareTo(last) > 0) {
      throw new IllegalArgumentException(
          "The range " + first + " to " + last + " must ascend within 0 to 2^128 - 1");
    }
  }

  /** The hash key of a partition key: its MD5. */
  static BigInteger hash(String partitionKey) {
    try {
      byte[] bytes = partitionKey.getBytes(StandardCharsets.UTF_8);
      return new BigInteger(1, MessageDigest.getInstance("MD5").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("Every Java platform has MD5", e);
    }
  }

  static boolean isHash(BigInteger key) {
    return key.signum() >= 0 && key.compareTo(KEYS) < 0;
  }

  /** All keys in {@code parts} equal ranges. */
  static List<HashRange> uniform(int parts) {
    List<HashRange> ranges = new ArrayList<>();
    for (int part = 0; part < parts; part++) {
      ranges.add(
          new HashRange(boundary(part, parts), boundary(part + 1, parts).subtract(BigInteger.ONE)));
    }
    return List.copyOf(ranges);
  }

  private static BigInteger boundary(int part, int parts) {
    return KEYS.multiply(BigInteger.valueOf(part)).divide(BigInteger.valueOf(parts));
  }

  boolean contains(BigInteger key) {
    return first.compareTo(key) <= 0 && key.compareTo(last) <= 0;
  }

  boolean contains(HashRange other) {
    return contains(other.first) && contains(other.last);
  }

  boolean isFollowedBy(HashRange other) {
    return last.add(BigInteger.ONE).equals(other.first);
  }

  /** The part before {@code start}, which must lie inside and not at the beginning. */
  HashRange before(BigInteger start) {
    return new HashRange(first, start.subtract(BigInteger.ONE));
  }

  HashRange from(BigInteger start) {
    return new HashRange(start, last);
  }
}
