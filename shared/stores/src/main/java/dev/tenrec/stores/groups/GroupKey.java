package dev.tenrec.stores.groups;

import static java.util.Objects.requireNonNull;

/**
 * Where a group stands.
 *
 * @param project the project
 * @param typeIndex the group type's index
 * @param key the group's key
 */
public record GroupKey(long project, int typeIndex, String key) {
  public GroupKey {
    requireNonNull(key, "key is null");
  }
}
