package dev.tenrec.events;

import static java.util.Objects.requireNonNull;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Makes UUIDs of version 7 (RFC 9562): the millisecond first, so that ids made later sort later,
 * then 74 random bits.
 *
 * @param clock gives the millisecond
 * @param random gives the rest
 */
public record TimeOrderedIds(InstantSource clock, RandomGenerator random)
    implements Supplier<UUID> {
  private static final long VERSION = 0x7000L;
  private static final long VARIANT = 0x8000_0000_0000_0000L;

  public TimeOrderedIds {
    requireNonNull(clock, "clock is null");
    requireNonNull(random, "random is null");
  }

  /**
   * Ids from the system's clock and secure randomness, which a restored snapshot does not repeat.
   */
  public static TimeOrderedIds system() {
    return new TimeOrderedIds(InstantSource.system(), new SecureRandom());
  }

  @Override
  public UUID get() {
    long high = (clock.millis() << 16) | VERSION | (random.nextInt() & 0xfff);
    long low = VARIANT | (random.nextLong() >>> 2);
    return new UUID(high, low);
  }
}
