package dev.tenrec.lake;

import java.time.Instant;

/** Points in time as the lake's timestamps: microseconds since 1970 in UTC. */
public final class Micros {
  /** The first point in time that every reader of the lake understands. */
  public static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

  /** The first point in time that is too late for some reader of the lake. */
  public static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

  private Micros() {}

  /** The microseconds of a point in time, rounded down; out of the lake's range the nearest. */
  public static long of(Instant instant) {
    Instant known = instant.isBefore(FIRST) ? FIRST : instant.isAfter(END) ? END : instant;
    return Math.addExact(
        Math.multiplyExact(known.getEpochSecond(), 1_000_000L), known.getNano() / 1_000);
  }

  /** The point in time of microseconds. */
  public static Instant toInstant(long micros) {
    return Instant.ofEpochSecond(
        Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1_000L);
  }

  /** Whether a table can hold the point in time. */
  public static boolean holds(Instant instant) {
    return !instant.isBefore(FIRST) && instant.isBefore(END);
  }

  /** The UTC day of microseconds, in days since 1970. */
  public static int dayOf(long micros) {
    return Math.toIntExact(Math.floorDiv(micros, 86_400_000_000L));
  }
}
