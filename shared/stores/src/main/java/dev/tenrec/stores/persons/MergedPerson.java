package dev.tenrec.stores.persons;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/**
 * A person that another one took over. This never ends: whoever is {@code into} may be merged in
 * turn, but there is always a way on to a living person.
 *
 * @param key the person that was
 * @param version counts its changes
 * @param into a person of the same project, on the way to the one that holds the properties
 */
public record MergedPerson(PersonKey key, long version, UUID into) implements StoredPerson {
  public MergedPerson {
    requireNonNull(key, "key is null");
    requireNonNull(into, "into is null");
    if (version < 1) {
      throw new IllegalArgumentException("version is " + version + ": versions begin at 1");
    }
    if (into.equals(key.id())) {
      throw new IllegalArgumentException(into + " cannot be merged into itself");
    }
  }

  /** Where to look next. */
  public PersonKey next() {
    return new PersonKey(key.project(), into);
  }
}
