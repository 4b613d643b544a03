package dev.tenrec.ingest.persons;

import dev.tenrec.stores.persons.Person;
import dev.tenrec.stores.persons.PersonKey;
import java.util.Optional;

/**
 * Where the way from a distinct id ends.
 *
 * @param key the end of the way
 * @param person the living person there; empty when nobody stands there yet
 */
record Place(PersonKey key, Optional<Person> person) {}
