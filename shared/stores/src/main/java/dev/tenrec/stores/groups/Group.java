package dev.tenrec.stores.groups;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * A group.
 *
 * @param key where it stands
 * @param version counts its writes, from 1; every write expects the version before
 * @param properties what is known of it; never changed in place
 * @param createdAt when it was first seen
 * @param updatedAt when it was last written
 */
public record Group(
    GroupKey key, long version, ObjectNode properties, Instant createdAt, Instant updatedAt) {
  public Group {
    requireNonNull(key, "key is null");
    requireNonNull(properties, "properties is null");
    requireNonNull(createdAt, "createdAt is null");
    requireNonNull(updatedAt, "updatedAt is null");
    if (version < 1) {
      throw new IllegalArgumentException("version is " + version + ": versions begin at 1");
    }
  }
}
