package dev.tenrec.stores.persons;

import static java.util.Objects.requireNonNull;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * Where a person stands.
 *
 * @param project the project
 * @param id the person's id
 */
public record PersonKey(long project, UUID id) {
  private static final UUID NAMESPACE = UUID.fromString("932979b4-65c3-4424-8467-0b66ec27bc22");
  private static final long VERSION_MASK = 0xffff_ffff_ffff_0fffL;
  private static final long VERSION_5 = 0x5000L;
  private static final long VARIANT_MASK = 0x3fff_ffff_ffff_ffffL;
  private static final long VARIANT = 0x8000_0000_0000_0000L;

  public PersonKey {
    requireNonNull(id, "id is null");
  }

  /**
   * Where the person of a distinct id stands if nobody else took it: a UUID of version 5, the same
   * that PostHog computes.
   */
  public static PersonKey of(long project, String distinctId) {
    ByteBuffer digest =
        ByteBuffer.wrap(
            sha1(
                ByteBuffer.allocate(16)
                    .putLong(NAMESPACE.getMostSignificantBits())
                    .putLong(NAMESPACE.getLeastSignificantBits())
                    .array(),
                (project + ":" + distinctId).getBytes(StandardCharsets.UTF_8)));
    long high = (digest.getLong() & VERSION_MASK) | VERSION_5;
    long low = (digest.getLong() & VARIANT_MASK) | VARIANT;
    return new PersonKey(project, new UUID(high, low));
  }

  private static byte[] sha1(byte[] namespace, byte[] name) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-1");
      digest.update(namespace);
      return digest.digest(name);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has SHA-1", impossible);
    }
  }
}
