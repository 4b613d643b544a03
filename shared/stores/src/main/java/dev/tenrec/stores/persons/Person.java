package dev.tenrec.stores.persons;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * A person.
 *
 * @param key where it stands
 * @param version counts its writes, from 1
 * @param properties what is known of it; never changed in place
 * @param identified whether it was ever identified: such a person is not merged into another
 * @param distinctIds its distinct ids
 * @param applied how far the streams' events are contained in it
 * @param createdAt when it was first seen
 * @param updatedAt when it was last written
 */
public record Person(
    PersonKey key,
    long version,
    ObjectNode properties,
    boolean identified,
    DistinctIds distinctIds,
    Applied applied,
    Instant createdAt,
    Instant updatedAt)
    implements StoredPerson {
  public Person {
    requireNonNull(key, "key is null");
    requireNonNull(properties, "properties is null");
    requireNonNull(distinctIds, "distinctIds is null");
    requireNonNull(applied, "applied is null");
    requireNonNull(createdAt, "createdAt is null");
    requireNonNull(updatedAt, "updatedAt is null");
    if (version < 1) {
      throw new IllegalArgumentException("version is " + version + ": versions begin at 1");
    }
  }
}
