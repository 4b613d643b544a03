package dev.tenrec.events;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A person as of one change. The highest version of a person is the person; a row of the lake's
 * {@code person_versions} table.
 *
 * @param personId the person
 * @param version 1 for a new person, greater by at least one at every change
 * @param distinctIds the distinct ids known to belong to the person, at most the first 1,000
 * @param properties the person's properties
 * @param identified whether the person was ever identified
 * @param deleted whether the person was merged away or erased
 * @param createdAt when the person was first seen
 * @param updatedAt when this change was made
 */
public record PersonVersion(
    UUID personId,
    long version,
    List<String> distinctIds,
    ObjectNode properties,
    boolean identified,
    boolean deleted,
    Instant createdAt,
    Instant updatedAt) {
  public PersonVersion {
    requireNonNull(personId, "personId is null");
    requireNonNull(properties, "properties is null");
    requireNonNull(createdAt, "createdAt is null");
    requireNonNull(updatedAt, "updatedAt is null");
    distinctIds = List.copyOf(distinctIds);
    if (version < 1) {
      throw new IllegalArgumentException("version is " + version + ": versions begin at 1");
    }
  }
}
