package dev.tenrec.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenrec.stores.persons.Person;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What holds after merges that are never refused and properties that nobody else sets, whatever the
 * order: who is linked is one person, and it has all the properties.
 */
final class Connected {
  private Connected() {}

  static void check(IngestRig rig, Map<String, Set<String>> links, Map<String, Set<String>> keys) {
    Map<UUID, UUID> overrides = rig.overrides();
    Map<String, Set<String>> both = new HashMap<>();
    links.forEach(
        (id, others) ->
            others.forEach(
                other -> {
                  both.computeIfAbsent(id, _ -> new HashSet<>()).add(other);
                  both.computeIfAbsent(other, _ -> new HashSet<>()).add(id);
                }));
    Set<String> ids = new HashSet<>(keys.keySet());
    ids.addAll(both.keySet());
    for (String id : ids) {
      Set<String> linked = linked(id, both);
      Set<String> expected = new HashSet<>();
      linked.forEach(other -> expected.addAll(keys.getOrDefault(other, Set.of())));
      if (expected.isEmpty() && rig.person(id).isEmpty()) {
        continue;
      }
      Person person = rig.person(id).orElseThrow();
      Set<String> actual = new HashSet<>();
      person.properties().fieldNames().forEachRemaining(actual::add);
      assertThat(actual).isEqualTo(expected);
      assertThat(new HashSet<>(person.distinctIds().known())).isEqualTo(linked);
      for (String other : linked) {
        assertThat(rig.person(other)).contains(person);
      }
      assertThat(rig.versions().get(person.key().id()).version()).isEqualTo(person.version());
    }
    rig.events()
        .forEach(
            event ->
                assertThat(overrides.getOrDefault(event.personId(), event.personId()))
                    .isEqualTo(rig.person(event.distinctId()).orElseThrow().key().id()));
  }

  private static Set<String> linked(String start, Map<String, Set<String>> links) {
    Set<String> seen = new HashSet<>(Set.of(start));
    Deque<String> open = new ArrayDeque<>(seen);
    while (!open.isEmpty()) {
      for (String next : links.getOrDefault(open.pop(), Set.of())) {
        if (seen.add(next)) {
          open.push(next);
        }
      }
    }
    return seen;
  }
}
