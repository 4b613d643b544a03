package dev.tenrec.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenrec.events.CapturedEvent;
import dev.tenrec.events.PersonVersion;
import dev.tenrec.events.ProcessedEvent;
import dev.tenrec.ingest.ReferencePersons.Reference;
import dev.tenrec.stores.persons.Person;
import dev.tenrec.stores.persons.PersonKey;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Compares what was stored and published with the reference. */
final class Agreement {
  private Agreement() {}

  static void check(IngestRig rig, Traffic traffic) {
    ReferencePersons reference = traffic.reference();
    storedPersons(rig, reference);
    publishedPersons(rig, reference);
    publishedEvents(rig, traffic.events(), reference);
  }

  private static void storedPersons(IngestRig rig, ReferencePersons reference) {
    assertThat(rig.persons.living(1)).hasSize(reference.persons().size());
    for (Reference expected : reference.persons()) {
      for (String distinctId : expected.distinctIds) {
        Person person = rig.person(distinctId).orElseThrow();
        assertThat(person.key()).isEqualTo(PersonKey.of(1, expected.firstId()));
        assertThat(person.properties()).isEqualTo(expected.propertiesAsJson());
        assertThat(person.identified()).isEqualTo(expected.identified);
        assertThat(person.createdAt()).isEqualTo(expected.createdAt);
        assertThat(new HashSet<>(person.distinctIds().known())).isEqualTo(expected.distinctIds);
      }
    }
  }

  private static void publishedPersons(IngestRig rig, ReferencePersons reference) {
    Map<UUID, PersonVersion> versions = new HashMap<>(rig.versions());
    for (Reference expected : reference.persons()) {
      PersonVersion version = versions.remove(PersonKey.of(1, expected.firstId()).id());
      assertThat(version.deleted()).isFalse();
      assertThat(version.properties()).isEqualTo(expected.propertiesAsJson());
      assertThat(version.identified()).isEqualTo(expected.identified);
      assertThat(new HashSet<>(version.distinctIds())).isEqualTo(expected.distinctIds);
    }
    assertThat(versions.values()).allMatch(PersonVersion::deleted);
  }

  /** Every event once or more, and each leads to its person by at most one override. */
  private static void publishedEvents(
      IngestRig rig, List<CapturedEvent> events, ReferencePersons reference) {
    Map<UUID, UUID> overrides = rig.overrides();
    Map<UUID, String> distinctIds = new HashMap<>();
    events.forEach(event -> distinctIds.put(event.uuid(), event.distinctId()));
    Set<UUID> seen = new HashSet<>();
    for (ProcessedEvent event : rig.events()) {
      seen.add(event.uuid());
      String distinctId = distinctIds.get(event.uuid());
      UUID expected =
          PersonKey.of(1, reference.person(distinctId).map(Reference::firstId).orElse(distinctId))
              .id();
      assertThat(overrides.getOrDefault(event.personId(), event.personId()))
          .as("%s of %s", event.event(), distinctId)
          .isEqualTo(expected);
    }
    assertThat(seen).isEqualTo(distinctIds.keySet());
  }
}
