package dev.tenrec.api.recordings;

import dev.tenrec.http.ApiException;
import dev.tenrec.recordings.Recording;
import dev.tenrec.stores.persons.MergedPerson;
import dev.tenrec.stores.persons.Person;
import dev.tenrec.stores.persons.PersonFinder;
import dev.tenrec.stores.persons.PersonKey;
import dev.tenrec.stores.persons.PersonStore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The persons of recordings. */
final class RecordedPersons {
  private final PersonStore store;
  private final PersonFinder finder;

  RecordedPersons(PersonStore store) {
    this.store = store;
    this.finder = new PersonFinder(store);
  }

  /** Who was recorded, by distinct id; nobody for those without a profile. */
  Map<String, Person> of(long project, List<Recording> recordings) {
    List<String> ids =
        recordings.stream()
            .map(recording -> recording.facts().sender().distinctId())
            .distinct()
            .toList();
    var stored = store.read(ids.stream().map(id -> PersonKey.of(project, id)).toList());
    Map<String, Person> persons = new HashMap<>();
    for (String id : ids) {
      Optional<Person> person =
          switch (stored.get(PersonKey.of(project, id))) {
            case null -> Optional.empty();
            case Person found -> Optional.of(found);
            case MergedPerson _ -> finder.byDistinctId(project, id);
          };
      person.ifPresent(found -> persons.put(id, found));
    }
    return persons;
  }

  /**
   * The distinct ids of a person; none when there is no such person.
   *
   * @throws ApiException 400 when it is no person's id
   */
  List<String> distinctIds(long project, String person) {
    try {
      return finder
          .byId(project, UUID.fromString(person))
          .map(found -> found.distinctIds().known())
          .orElse(List.of());
    } catch (IllegalArgumentException notUuid) {
      throw ApiException.invalid(
          "person_uuid", "invalid", "person_uuid is \"" + person + "\": it must be a UUID");
    }
  }
}
