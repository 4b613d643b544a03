package dev.tenrec.ingest.persons;

import dev.tenrec.stores.persons.PersonKey;
import java.util.HashMap;
import java.util.Map;

/** Which persons a pass has joined by merges, so that they are written together or not at all. */
final class Links {
  private final Map<PersonKey, PersonKey> parents = new HashMap<>();
  private final Map<PersonKey, Integer> sizes = new HashMap<>();

  /** The name of the group that the person is in. */
  PersonKey group(PersonKey key) {
    PersonKey root = key;
    for (PersonKey next = parents.get(root); next != null; next = parents.get(root)) {
      root = next;
    }
    for (PersonKey at = key; !at.equals(root); ) {
      at = parents.put(at, root);
    }
    return root;
  }

  int size(PersonKey key) {
    return sizes.getOrDefault(group(key), 1);
  }

  void join(PersonKey left, PersonKey right) {
    PersonKey one = group(left);
    PersonKey other = group(right);
    if (!one.equals(other)) {
      sizes.put(other, size(one) + size(other));
      parents.put(one, other);
    }
  }
}
