package dev.tenrec.ingest;

import static dev.tenrec.ingest.IngestRig.event;
import static dev.tenrec.ingest.IngestRig.json;
import static dev.tenrec.ingest.IngestRig.record;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenrec.events.ProcessedEvent;
import dev.tenrec.events.RejectedData;
import dev.tenrec.stores.persons.Person;
import dev.tenrec.stores.persons.PersonChange;
import dev.tenrec.stores.persons.PersonKey;
import dev.tenrec.stores.persons.StoredPerson;
import dev.tenrec.streams.StreamRecord;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TestRedelivery {
  private static final StreamRecord VISIT =
      record(1, event("$pageview", "anon", "{\"$set\":{\"plan\":\"free\"}}"));
  private static final StreamRecord SIGN_UP =
      record(2, event("signed up", "ana", "{\"$set\":{\"plan\":\"pro\"}}"));
  private static final StreamRecord IDENTIFY =
      record(3, event("$identify", "ana", "{\"$anon_distinct_id\":\"anon\"}"));

  private final IngestRig rig = new IngestRig();

  @Test
  void aBatchThatComesAgainChangesNothing() {
    rig.deliver(VISIT, SIGN_UP, IDENTIFY);
    Map<PersonKey, StoredPerson> before = rig.persons.everything();
    assertThat(rig.person("anon").orElseThrow().properties()).isEqualTo(json("{\"plan\":\"pro\"}"));
    rig.restart();
    rig.deliver(VISIT, SIGN_UP, IDENTIFY);
    assertThat(rig.persons.everything()).isEqualTo(before);
  }

  @Test
  void anOlderBatchThatComesAgainDoesNotBringBackOlderValues() {
    rig.deliver(record(1, event("a", "ana", "{\"$set\":{\"plan\":\"free\"}}")));
    rig.deliver(record(2, event("b", "ana", "{\"$set\":{\"plan\":\"pro\"}}")));
    rig.deliver(record(1, event("a", "ana", "{\"$set\":{\"plan\":\"free\"}}")));
    assertThat(rig.person("ana").orElseThrow().properties()).isEqualTo(json("{\"plan\":\"pro\"}"));
    assertThat(rig.events()).extracting(ProcessedEvent::event).containsExactly("a", "b", "a");
    assertThat(rig.events().getLast().personProperties()).isEqualTo(json("{\"plan\":\"free\"}"));
  }

  @Test
  void whatWasWrittenButNotPublishedIsPublishedByTheNextDelivery() {
    rig.published.refuse(1);
    assertThat(rig.deliver(VISIT, SIGN_UP, IDENTIFY)).contains("1");
    assertThat(rig.published.records()).isEmpty();
    rig.restart();
    assertThat(rig.deliver(VISIT, SIGN_UP, IDENTIFY)).isEmpty();
    assertThat(rig.events()).hasSize(3);
    assertThat(rig.overrides())
        .containsExactly(Map.entry(PersonKey.of(1, "anon").id(), PersonKey.of(1, "ana").id()));
    Person ana = rig.person("ana").orElseThrow();
    assertThat(rig.versions().get(ana.key().id()))
        .satisfies(
            published -> {
              assertThat(published.version()).isEqualTo(ana.version());
              assertThat(published.properties()).isEqualTo(ana.properties());
              assertThat(published.distinctIds()).isEqualTo(ana.distinctIds().known());
            });
  }

  @Test
  void aWarningOfAMergeThatWasRefusedComesAgainToo() {
    rig.deliver(record(1, event("$identify", "ana", "{\"$anon_distinct_id\":\"x\"}")));
    rig.deliver(record(3, event("e", "ben", "{}")));
    rig.published.clear();
    rig.published.refuse(1);
    StreamRecord later = record(4, event("$identify", "ben", "{\"$anon_distinct_id\":\"ana\"}"));
    assertThat(rig.deliver(later)).contains("4");
    rig.deliver(later);
    assertThat(rig.rejected())
        .extracting(RejectedData::reason)
        .containsExactly("cannot_merge_already_identified");
  }

  @Test
  void aPersonThatSomebodyElseWroteMeanwhileIsWorkedOutAgain() {
    rig.deliver(record(1, event("a", "ana", "{\"$set\":{\"a\":1}}")));
    var elsewhere = rig.container();
    interruptOnce(
        () ->
            elsewhere.consume(
                List.of(record(5, event("$create_alias", "ana", "{\"alias\":\"ben\"}")))));
    rig.deliver(record(6, event("b", "cid", "{\"$set\":{\"c\":1}}")));
    interruptOnce(
        () ->
            elsewhere.consume(
                List.of(record(7, event("$merge_dangerously", "cid", "{\"alias\":\"ana\"}")))));
    rig.deliver(record(8, event("d", "ben", "{\"$set\":{\"d\":1}}")));
    assertThat(rig.person("ben")).isEqualTo(rig.person("cid"));
    assertThat(rig.person("ben").orElseThrow().properties())
        .isEqualTo(json("{\"a\":1,\"c\":1,\"d\":1}"));
    assertThat(rig.events().getLast().personId()).isEqualTo(PersonKey.of(1, "cid").id());
  }

  @Test
  void aPersonThatIsWrittenAllTheTimeMakesTheBatchComeAgain() {
    rig.deliver(record(1, event("a", "ana", "{}")));
    rig.persons.beforeEachGroup(this::disturb);
    assertThat(rig.deliver(record(2, event("b", "ana", "{\"$set\":{\"b\":1}}")))).contains("2");
    assertThat(rig.log.getLast()).contains("10 times");
    rig.persons.beforeEachGroup(_ -> {});
    assertThat(rig.deliver(record(2, event("b", "ana", "{\"$set\":{\"b\":1}}")))).isEmpty();
    assertThat(rig.person("ana").orElseThrow().properties()).isEqualTo(json("{\"b\":1}"));
  }

  private void disturb(List<PersonChange> group) {
    rig.persons.beforeEachGroup(_ -> {});
    Person now =
        (Person)
            rig.persons.read(List.of(group.getFirst().after().key())).values().iterator().next();
    rig.persons.write(List.of(List.of(new PersonChange(next(now), now.version()))));
    rig.persons.beforeEachGroup(this::disturb);
  }

  private static Person next(Person person) {
    return new Person(
        person.key(),
        person.version() + 1,
        person.properties(),
        person.identified(),
        person.distinctIds(),
        person.applied(),
        person.createdAt(),
        person.updatedAt());
  }

  private void interruptOnce(Runnable interruption) {
    rig.persons.beforeEachGroup(
        _ -> {
          rig.persons.beforeEachGroup(_ -> {});
          interruption.run();
        });
  }
}
