package dev.tenrec.ingest;

import static dev.tenrec.ingest.IngestRig.event;
import static dev.tenrec.ingest.IngestRig.json;
import static dev.tenrec.ingest.IngestRig.record;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenrec.events.PersonVersion;
import dev.tenrec.events.ProcessedEvent;
import dev.tenrec.events.ProcessedEvent.PersonMode;
import dev.tenrec.events.RejectedData;
import dev.tenrec.stores.persons.Person;
import dev.tenrec.stores.persons.PersonKey;
import dev.tenrec.streams.StreamRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TestPersons {
  private final IngestRig rig = new IngestRig();
  private long sequence;

  @Test
  void identifyingAVisitorWhoIsNewMakesOnePersonOfBothIds() {
    send(identify("ana", "anon", "{\"name\":\"Ana\"}"));
    Person ana = person("ana");
    assertThat(ana).isEqualTo(person("anon"));
    assertThat(ana.key()).isEqualTo(PersonKey.of(1, "ana"));
    assertThat(ana.identified()).isTrue();
    assertThat(ana.distinctIds().known()).containsExactly("ana", "anon");
    assertThat(ana.properties()).isEqualTo(json("{\"name\":\"Ana\"}"));
    assertThat(rig.overrides()).containsExactly(java.util.Map.entry(id("anon"), id("ana")));
    assertThat(rig.persons.changesWritten()).isEqualTo(2);
  }

  @Test
  void identifyingAVisitorWhoHasAPersonAddsTheNewIdToIt() {
    send(event("$pageview", "anon", "{\"$set\":{\"a\":1}}"));
    send(identify("ana", "anon", "{\"b\":2}"));
    Person ana = person("ana");
    assertThat(ana.key()).isEqualTo(PersonKey.of(1, "anon"));
    assertThat(ana.distinctIds().known()).containsExactly("anon", "ana");
    assertThat(ana.properties()).isEqualTo(json("{\"a\":1,\"b\":2}"));
    assertThat(ana.identified()).isTrue();
    assertThat(rig.overrides()).containsExactly(java.util.Map.entry(id("ana"), id("anon")));
  }

  @Test
  void identifyingAUserWhoIsKnownAddsTheVisitor() {
    send(event("signed up", "ana", "{\"$set\":{\"a\":1}}"));
    send(identify("ana", "anon", "{}"));
    assertThat(person("anon").key()).isEqualTo(PersonKey.of(1, "ana"));
    assertThat(person("ana").identified()).isTrue();
  }

  @Test
  void twoPersonsBecomeOneAndTheTargetsPropertiesWin() {
    send(event("$pageview", "anon", "{\"$set\":{\"a\":\"anon\",\"b\":\"anon\"}}"));
    send(event("signed up", "ana", "{\"$set\":{\"b\":\"ana\"}}"));
    send(identify("ana", "anon", "{\"c\":\"set\"}"));
    Person ana = person("anon");
    assertThat(ana.key()).isEqualTo(PersonKey.of(1, "ana"));
    assertThat(ana.properties()).isEqualTo(json("{\"a\":\"anon\",\"b\":\"ana\",\"c\":\"set\"}"));
    assertThat(ana.identified()).isTrue();
    assertThat(rig.overrides()).containsExactly(java.util.Map.entry(id("anon"), id("ana")));
    PersonVersion gone = rig.versions().get(id("anon"));
    assertThat(gone.deleted()).isTrue();
    assertThat(gone.version()).isGreaterThan(1);
    assertThat(rig.versions().get(id("ana")).distinctIds()).containsExactly("ana", "anon");
  }

  @Test
  void theOlderBirthdayIsKept() {
    var older =
        new dev.tenrec.events.CapturedEvent(
            UUID.randomUUID(), "e", "anon", IngestRig.NOW.minusSeconds(9_000), json("{}"));
    send(event("e", "ana", "{}"));
    send(older);
    send(identify("ana", "anon", "{}"));
    assertThat(person("ana").createdAt()).isEqualTo(IngestRig.NOW.minusSeconds(9_000));
  }

  @Test
  void aUserIsNotMergedIntoAnotherUser() {
    send(identify("ana", "anon-1", "{}"));
    send(event("e", "ben", "{}"));
    send(identify("ben", "ana", "{}"));
    assertThat(person("ana").key()).isNotEqualTo(person("ben").key());
    assertThat(person("ben").identified()).isTrue();
    assertThat(rig.rejected())
        .singleElement()
        .satisfies(
            warning -> {
              assertThat(warning.reason()).isEqualTo("cannot_merge_already_identified");
              assertThat(warning.detail()).contains("'ana'", "'ben'", "$merge_dangerously");
            });
    assertThat(rig.events()).hasSize(3);
  }

  @Test
  void unlessItIsSaidThatItIsDangerous() {
    send(identify("ana", "anon-1", "{}"));
    send(event("e", "ben", "{}"));
    send(event("$merge_dangerously", "ben", "{\"alias\":\"ana\"}"));
    assertThat(person("ana").key()).isEqualTo(PersonKey.of(1, "ben"));
    assertThat(person("anon-1").key()).isEqualTo(PersonKey.of(1, "ben"));
    assertThat(rig.rejected()).isEmpty();
    assertThat(rig.overrides())
        .containsOnly(
            java.util.Map.entry(id("ana"), id("ben")),
            java.util.Map.entry(id("anon-1"), id("ben")));
  }

  @Test
  void anAliasIsMergedIntoTheEventsOwnPerson() {
    send(event("e", "old", "{\"$set\":{\"a\":1}}"));
    send(event("e", "ana", "{}"));
    send(event("$create_alias", "ana", "{\"alias\":\"old\"}"));
    assertThat(person("old").key()).isEqualTo(PersonKey.of(1, "ana"));
  }

  @Test
  void mergingTwiceOnlyMarksThePersonIdentified() {
    send(identify("ana", "anon", "{}"));
    int written = rig.persons.changesWritten();
    send(event("$identify", "ana", "{\"$anon_distinct_id\":\"anon\",\"again\":1}"));
    assertThat(rig.persons.changesWritten()).isEqualTo(written);
    assertThat(rig.rejected()).isEmpty();
  }

  @Test
  void aChainOfMergesEndsInOneStepForEveryone() {
    send(event("e", "a", "{}"));
    send(event("$create_alias", "b", "{\"alias\":\"a\"}"));
    send(event("e", "c", "{}"));
    send(event("$merge_dangerously", "c", "{\"alias\":\"b\"}"));
    send(event("e", "d", "{}"));
    send(event("$merge_dangerously", "d", "{\"alias\":\"a\"}"));
    for (String old : List.of("a", "b", "c")) {
      assertThat(person(old).key()).isEqualTo(PersonKey.of(1, "d"));
      assertThat(rig.overrides()).containsEntry(id(old), id("d"));
    }
    assertThat(person("d").distinctIds().known()).containsExactlyInAnyOrder("a", "b", "c", "d");
  }

  @Test
  void aLongWayToAPersonIsShortened() {
    send(event("e", "a", "{}"));
    for (int n = 0; n < 6; n++) {
      send(event("e", "b" + n, "{}"));
      String into = "b" + n;
      String from = n == 0 ? "a" : "b" + (n - 1);
      send(event("$merge_dangerously", into, "{\"alias\":\"" + from + "\"}"));
    }
    rig.restart();
    send(event("back", "a", "{}"));
    int calls = rig.persons.calls();
    rig.restart();
    send(event("back again", "a", "{}"));
    assertThat(rig.persons.calls() - calls).isEqualTo(2);
    assertThat(rig.events().getLast().personId()).isEqualTo(id("b5"));
  }

  @Test
  void everythingInOneBatchIsTheSameAsOneAfterTheOther() {
    List<StreamRecord> records = new ArrayList<>();
    records.add(record(1, event("$pageview", "anon", "{\"$set\":{\"a\":1}}")));
    records.add(record(2, event("$pageview", "other", "{\"$set\":{\"b\":1}}")));
    records.add(record(3, identify("ana", "anon", "{\"c\":1}")));
    records.add(record(4, event("$create_alias", "ana", "{\"alias\":\"other\"}")));
    records.add(record(5, event("$pageview", "anon", "{\"$set\":{\"a\":2}}")));
    rig.deliver(records);
    assertThat(person("ana").properties()).isEqualTo(json("{\"a\":2,\"b\":1,\"c\":1}"));
    assertThat(person("other")).isEqualTo(person("ana"));
    assertThat(rig.events()).extracting(ProcessedEvent::personId).last().isEqualTo(id("anon"));
    assertThat(rig.persons.changesWritten()).isEqualTo(3);
  }

  @Test
  void withoutAProfileThereIsNoPersonUntilTheVisitorIsIdentified() {
    send(event("$pageview", "anon", "{\"$process_person_profile\":false,\"$browser\":\"C\"}"));
    assertThat(rig.person("anon")).isEmpty();
    assertThat(rig.onlyEvent().personMode()).isEqualTo(PersonMode.PROPERTYLESS);
    assertThat(rig.onlyEvent().personId()).isEqualTo(id("anon"));
    assertThat(rig.onlyEvent().personProperties()).isEmpty();
    assertThat(rig.onlyEvent().properties().path("$process_person_profile").asBoolean(true))
        .isFalse();
    send(identify("ana", "anon", "{}"));
    assertThat(rig.overrides()).containsEntry(id("anon"), id("ana"));
    send(event("late", "anon", "{\"$process_person_profile\":false}"));
    assertThat(rig.events().getLast().personMode()).isEqualTo(PersonMode.FORCE_UPGRADE);
    assertThat(rig.events().getLast().personId()).isEqualTo(id("ana"));
  }

  @Test
  void aChangeOfNothingButNoiseIsShownAndNotWritten() {
    send(event("$pageview", "ana", "{\"$current_url\":\"/1\"}"));
    int written = rig.persons.changesWritten();
    int calls = rig.persons.calls();
    send(event("$pageview", "ana", "{\"$current_url\":\"/2\"}"));
    assertThat(rig.persons.changesWritten()).isEqualTo(written);
    assertThat(rig.persons.calls()).isEqualTo(calls);
    assertThat(rig.events().getLast().personProperties().path("$current_url").asText())
        .isEqualTo("/2");
    assertThat(person("ana").properties().path("$current_url").asText()).isEqualTo("/1");
    assertThat(person("ana").properties().path("$initial_current_url").asText()).isEqualTo("/1");
  }

  @Test
  void anExceptionChangesNoPerson() {
    send(event("e", "ana", "{\"$set\":{\"a\":1}}"));
    send(event("$exception", "ana", "{\"$set\":{\"a\":2}}"));
    assertThat(person("ana").properties()).isEqualTo(json("{\"a\":1}"));
  }

  @Test
  void manyMergesIntoOnePersonInOneBatchAreAllDone() {
    List<StreamRecord> records = new ArrayList<>();
    for (int n = 0; n < 350; n++) {
      records.add(record(n + 1, identify("ana", "anon-" + n, "{\"last\":" + n + "}")));
    }
    assertThat(rig.deliver(records)).isEmpty();
    for (int n = 0; n < 350; n++) {
      assertThat(person("anon-" + n).key()).isEqualTo(PersonKey.of(1, "ana"));
      assertThat(rig.overrides()).containsEntry(id("anon-" + n), id("ana"));
    }
    assertThat(person("ana").distinctIds().known()).hasSize(351);
    assertThat(person("ana").properties()).isEqualTo(json("{\"last\":349}"));
  }

  @Test
  void aPersonOfTooManyIdsStillTakesSingleOnesButNoPersonOfSeveral() {
    for (int n = 0; n < 11; n++) {
      int from = n * 100;
      rig.deliver(
          IntStream.range(from, from + 100)
              .mapToObj(k -> record(++sequence, identify("ana", "anon-" + k, "{}")))
              .toList());
    }
    assertThat(person("ana").distinctIds().known()).hasSize(1_000);
    assertThat(person("ana").distinctIds().further()).isEqualTo(101);
    assertThat(person("anon-1099").key()).isEqualTo(PersonKey.of(1, "ana"));
    assertThat(rig.overrides()).containsEntry(id("anon-1099"), id("ana"));
    send(event("e", "x", "{}"));
    send(event("$create_alias", "x", "{\"alias\":\"y\"}"));
    send(event("$merge_dangerously", "ana", "{\"alias\":\"x\"}"));
    assertThat(person("x").key()).isEqualTo(PersonKey.of(1, "x"));
    assertThat(rig.rejected())
        .extracting(RejectedData::reason)
        .containsExactly("cannot_merge_too_many_distinct_ids");
  }

  @Test
  void propertiesThatAreTooLargeAreNotKept() {
    send(event("e", "ana", "{\"$set\":{\"a\":1}}"));
    send(event("e", "ana", "{\"$set\":{\"b\":\"" + "x".repeat(140_000) + "\"}}"));
    assertThat(person("ana").properties()).isEqualTo(json("{\"a\":1}"));
    assertThat(rig.rejected())
        .extracting(RejectedData::reason)
        .containsExactly("person_properties_too_large");
    assertThat(rig.events()).hasSize(2);
    assertThat(rig.events().getLast().personProperties()).isEqualTo(json("{\"a\":1}"));
  }

  @Test
  void projectsDoNotMix() {
    rig.deliver(
        record(1, 1, identify("ana", "anon", "{\"a\":1}")),
        record(2, 2, event("e", "anon", "{\"$set\":{\"a\":2}}")));
    assertThat(person("anon").properties()).isEqualTo(json("{\"a\":1}"));
    assertThat(rig.persons.living(2)).hasSize(1);
  }

  private Person person(String distinctId) {
    return rig.person(distinctId).orElseThrow();
  }

  private static UUID id(String distinctId) {
    return PersonKey.of(1, distinctId).id();
  }

  private void send(dev.tenrec.events.CapturedEvent event) {
    assertThat(rig.deliver(record(++sequence, event))).isEmpty();
  }

  private static dev.tenrec.events.CapturedEvent identify(
      String distinctId, String anonymous, String set) {
    return event(
        "$identify",
        distinctId,
        "{\"$anon_distinct_id\":\"%s\",\"$set\":%s}".formatted(anonymous, set));
  }
}
