package dev.tenrec.maintenance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * How far a pass through the days has come.
 *
 * @param through merges up to here are taken in
 * @param done the last day that is done
 */
record SquashPass(Instant through, Optional<LocalDate> done) {
  /** The note when no pass is under way. */
  static final String NONE = "none";

  static Optional<SquashPass> parse(String note) {
    if (note.equals(NONE)) {
      return Optional.empty();
    }
    String[] parts = note.split(" ", -1);
    return Optional.of(
        new SquashPass(Instant.parse(parts[0]), Optional.of(LocalDate.parse(parts[1]))));
  }

  boolean isBefore(LocalDate day) {
    return done.isEmpty() || done.get().isBefore(day);
  }

  SquashPass after(LocalDate day) {
    return new SquashPass(through, Optional.of(day));
  }

  @Override
  public String toString() {
    return through + " " + done.map(LocalDate::toString).orElseThrow();
  }
}
