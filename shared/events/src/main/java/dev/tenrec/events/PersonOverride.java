package dev.tenrec.events;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;

/**
 * A merge: events stored under the old person belong to the new one. A row of the lake's {@code
 * person_overrides} table; for one old person the highest version holds.
 *
 * @param oldPersonId the person that was merged away
 * @param personId the person that took its events
 * @param version orders merges of the same old person
 * @param mergedAt when the merge happened
 */
public record PersonOverride(UUID oldPersonId, UUID personId, long version, Instant mergedAt) {
  public PersonOverride {
    requireNonNull(oldPersonId, "oldPersonId is null");
    requireNonNull(personId, "personId is null");
    requireNonNull(mergedAt, "mergedAt is null");
    if (oldPersonId.equals(personId)) {
      throw new IllegalArgumentException(personId + " cannot override itself");
    }
  }
}
