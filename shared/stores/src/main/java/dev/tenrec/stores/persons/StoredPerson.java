package dev.tenrec.stores.persons;

/** What stands under a person's key. */
public sealed interface StoredPerson permits Person, MergedPerson {
  /** Where it stands. */
  PersonKey key();

  /** Counts its changes, from 1; every write expects the version it replaces. */
  long version();
}
