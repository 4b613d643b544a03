package dev.tenrec.stores.persons;

import static java.util.Objects.requireNonNull;

/**
 * One write.
 *
 * @param after what will stand there
 * @param expected the version that must stand there now; 0 when nothing must
 */
public record PersonChange(StoredPerson after, long expected) {
  public PersonChange {
    requireNonNull(after, "after is null");
    if (expected < 0 || after.version() <= expected) {
      throw new IllegalArgumentException(
          "Version %d of %s cannot follow version %d: it must be greater"
              .formatted(after.version(), after.key(), expected));
    }
  }
}
