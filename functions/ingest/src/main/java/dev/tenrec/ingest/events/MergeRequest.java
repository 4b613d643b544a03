package dev.tenrec.ingest.events;

import static java.util.Objects.requireNonNull;

import dev.tenrec.stores.persons.PersonKey;

/**
 * An event says that another distinct id is the same human as its own.
 *
 * @param other the other distinct id
 * @param key where the other's person stands
 * @param dangerous whether to merge a person away even if it is identified
 */
public record MergeRequest(String other, PersonKey key, boolean dangerous) {
  public MergeRequest {
    requireNonNull(other, "other is null");
    requireNonNull(key, "key is null");
  }
}
