package dev.tenrec.events;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * A group as of one change; a row of the lake's {@code groups} table. The highest version holds.
 *
 * @param typeIndex the group type's index in its project, 0 to 4
 * @param type the group type's name
 * @param key the group's key
 * @param version 1 for a new group, greater by at least one at every change
 * @param properties the group's properties
 * @param createdAt when the group was first seen
 * @param updatedAt when this change was made
 */
public record GroupVersion(
    int typeIndex,
    String type,
    String key,
    long version,
    ObjectNode properties,
    Instant createdAt,
    Instant updatedAt) {
  public GroupVersion {
    requireNonNull(type, "type is null");
    requireNonNull(key, "key is null");
    requireNonNull(properties, "properties is null");
    requireNonNull(createdAt, "createdAt is null");
    requireNonNull(updatedAt, "updatedAt is null");
    if (typeIndex < 0 || typeIndex > 4) {
      throw new IllegalArgumentException(
          "typeIndex is " + typeIndex + ": a project has group types 0 to 4");
    }
  }
}
