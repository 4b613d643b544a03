package dev.tenrec.ingest;

import static dev.tenrec.ingest.IngestRig.event;
import static dev.tenrec.ingest.IngestRig.json;
import static dev.tenrec.ingest.IngestRig.record;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenrec.events.Envelope;
import dev.tenrec.events.EnvelopeCodec;
import dev.tenrec.events.ProcessedEvent;
import dev.tenrec.events.ProcessedEvent.PersonMode;
import dev.tenrec.events.ProcessedEvents;
import dev.tenrec.events.ProcessedGroups;
import dev.tenrec.events.ProcessedPersons;
import dev.tenrec.events.RejectedData;
import dev.tenrec.stores.persons.PersonKey;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class TestIngest {
  private final IngestRig rig = new IngestRig();

  @Test
  void anEventIsPublishedWithItsPerson() {
    assertThat(
            rig.deliver(
                record(1, event("$pageview", "ana", "{\"$browser\":\"Chrome\",\"price\":1.10}"))))
        .isEmpty();
    ProcessedEvent event = rig.onlyEvent();
    assertThat(event.event()).isEqualTo("$pageview");
    assertThat(event.personId()).isEqualTo(PersonKey.of(1, "ana").id());
    assertThat(event.personMode()).isEqualTo(PersonMode.FULL);
    assertThat(event.timestamp()).isEqualTo(IngestRig.NOW.minusSeconds(60));
    assertThat(event.createdAt()).isEqualTo(IngestRig.NOW.minusSeconds(1));
    assertThat(event.properties())
        .isEqualTo(json("{\"$browser\":\"Chrome\",\"price\":1.10,\"$ip\":\"203.0.113.9\"}"));
    assertThat(event.personProperties())
        .isEqualTo(json("{\"$browser\":\"Chrome\",\"$initial_browser\":\"Chrome\"}"));
    assertThat(rig.versions().values())
        .singleElement()
        .satisfies(
            person -> {
              assertThat(person.version()).isEqualTo(1);
              assertThat(person.distinctIds()).containsExactly("ana");
              assertThat(person.createdAt()).isEqualTo(IngestRig.NOW.minusSeconds(60));
              assertThat(person.properties()).isEqualTo(event.personProperties());
            });
  }

  @Test
  void eventsOfADistinctIdStayInOrderAndExceptionsTravelApart() {
    rig.deliver(
        record(1, event("a", "ana", "{}"), event("$exception", "ana", "{}")),
        record(2, event("x", "ben", "{}")),
        record(3, event("b", "ana", "{}")));
    List<ProcessedEvents> envelopes =
        rig.published.envelopes().stream()
            .filter(ProcessedEvents.class::isInstance)
            .map(ProcessedEvents.class::cast)
            .toList();
    assertThat(envelopes)
        .extracting(envelope -> envelope.events().stream().map(ProcessedEvent::event).toList())
        .containsExactlyInAnyOrder(List.of("a", "b"), List.of("$exception"), List.of("x"));
    assertThat(envelopes)
        .filteredOn(envelope -> envelope.kind() == Envelope.Kind.EXCEPTIONS)
        .hasSize(1);
  }

  @Test
  void eachEventShowsThePersonAsOfItself() {
    rig.deliver(
        record(
            1,
            event("a", "ana", "{\"$set\":{\"plan\":\"free\"}}"),
            event("b", "ana", "{}"),
            event("c", "ana", "{\"$set\":{\"plan\":\"pro\"}}"),
            event("d", "ana", "{}")));
    assertThat(rig.events())
        .extracting(event -> event.personProperties().path("plan").asText())
        .containsExactly("free", "free", "pro", "pro");
    assertThat(rig.versions().values())
        .singleElement()
        .satisfies(person -> assertThat(person.version()).isEqualTo(1));
  }

  @Test
  void groupsAreWrittenOnEvents() {
    rig.deliver(
        record(
            1,
            event("bought", "ana", "{\"$groups\":{\"company\":\"acme\",\"team\":7}}"),
            event("viewed", "ana", "{\"$groups\":{\"team\":\"8\"}}")));
    assertThat(rig.events())
        .extracting(
            event -> event.properties().path("$group_0").asText(),
            event -> event.properties().path("$group_1").asText())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("acme", "7"),
            org.assertj.core.groups.Tuple.tuple("", "8"));
  }

  @Test
  void aPoisonRecordIsParkedAndHoldsUpNothing() {
    assertThat(
            rig.deliver(
                record(1, event("before", "ana", "{}")),
                record(2, "{not json".getBytes(StandardCharsets.UTF_8)),
                record(3, new byte[] {(byte) 0xff, 0, 1}),
                record(4, event("after", "ana", "{}"))))
        .isEmpty();
    assertThat(rig.events()).extracting(ProcessedEvent::event).containsExactly("before", "after");
    assertThat(rig.rejected())
        .extracting(RejectedData::reason, RejectedData::project, RejectedData::body)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("undecodable_record", 0L, "{not json"),
            org.assertj.core.groups.Tuple.tuple("undecodable_record", 0L, "/wAB"));
  }

  @Test
  void anEventThatIsNoneIsKeptWithItsReason() {
    rig.deliver(
        record(
            1,
            event(
                "$$client_ingestion_warning",
                "ana",
                "{\"$$client_ingestion_warning_message\":\"too many\"}"),
            event("$identify", "ana", "{\"$process_person_profile\":false}")));
    assertThat(rig.events()).isEmpty();
    assertThat(rig.rejected())
        .extracting(RejectedData::reason)
        .containsExactly(
            "client_ingestion_warning", "invalid_event_when_process_person_profile_is_false");
    RejectedData warning = rig.rejected().getFirst();
    assertThat(warning.step()).isEqualTo("ingest");
    assertThat(warning.detail()).isEqualTo("too many");
    assertThat(warning.event()).isEqualTo("$$client_ingestion_warning");
    assertThat(warning.distinctId()).isEqualTo("ana");
    assertThat(json(warning.body()).path("properties").size()).isEqualTo(1);
    assertThat(json(warning.body()).path("uuid").asText()).isNotEmpty();
  }

  @Test
  void anEventOfAProjectThatIsGoneIsKeptWithItsReason() {
    rig.deliver(record(1, 99, event("e", "ana", "{}")));
    assertThat(rig.events()).isEmpty();
    assertThat(rig.rejected())
        .extracting(RejectedData::reason, RejectedData::project)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("unknown_project", 0L));
  }

  @Test
  void aProjectMayWantNoAddresses() {
    rig.deliver(record(1, 2, event("e", "ana", "{\"$ip\":\"198.51.100.7\"}")));
    assertThat(rig.onlyEvent().properties()).isEqualTo(json("{}"));
  }

  @Test
  void whatOthersPutIntoTheStreamIsLeftToThem() {
    ProcessedEvents processed =
        new ProcessedEvents(
            1,
            "ana",
            List.of(
                new ProcessedEvent(
                    java.util.UUID.randomUUID(),
                    "e",
                    "ana",
                    java.util.UUID.randomUUID(),
                    IngestRig.NOW,
                    IngestRig.NOW,
                    PersonMode.FULL,
                    "",
                    json("{}"),
                    json("{}"))));
    assertThat(rig.deliver(record(1, EnvelopeCodec.write(processed)))).isEmpty();
    assertThat(rig.published.records()).isEmpty();
  }

  @Test
  void warningsComeBesideTheirEventAndAlwaysWithTheSameId() {
    var record = record(5, event("$identify", "ana", "{\"$anon_distinct_id\":\"null\"}"));
    rig.deliver(record);
    rig.deliver(record);
    assertThat(rig.events()).extracting(ProcessedEvent::event).contains("$identify");
    assertThat(rig.rejected()).hasSize(2);
    assertThat(rig.rejected().get(0)).isEqualTo(rig.rejected().get(1));
  }

  @Test
  void whenTheStreamRefusesTheBatchComesAgainAndNothingIsLostOrDoubled() {
    var first = record(1, event("a", "ana", "{\"$set\":{\"n\":1}}"));
    var second = record(2, event("b", "ben", "{}"));
    rig.published.refuseAfter(1);
    assertThat(rig.deliver(first, second)).contains("1");
    assertThat(rig.log.getLast()).contains("WARN", "will come again");
    assertThat(rig.deliver(first, second)).isEmpty();
    assertThat(rig.events()).extracting(ProcessedEvent::event).contains("a", "b");
    assertThat(rig.versions()).hasSize(2);
    assertThat(rig.persons.living(1)).hasSize(2);
    assertThat(rig.log.getLast()).contains("INFO", "\"Events\":2");
  }

  @Test
  void whenAStoreFailsTheBatchComesAgain() {
    var record = record(7, event("a", "ana", "{\"$groups\":{\"company\":\"acme\"}}"));
    rig.persons.failAfter(0, 0);
    assertThat(rig.deliver(record)).contains("7");
    rig.persons.failAfter(1, 0);
    assertThat(rig.deliver(record)).contains("7");
    rig.groups.failAfter(0, false);
    assertThat(rig.deliver(record)).contains("7");
    assertThat(rig.published.records()).isEmpty();
    assertThat(rig.deliver(record)).isEmpty();
    assertThat(rig.onlyEvent().properties().path("$group_0").asText()).isEqualTo("acme");
    assertThat(rig.versions()).hasSize(1);
  }

  @Test
  void whenAClaimedBodyCannotBeFetchedTheBatchComesAgain() {
    rig.claims.fail();
    assertThat(rig.deliver(claim())).contains("3");
    rig.claims.recover();
    assertThat(rig.deliver(claim())).isEmpty();
    assertThat(rig.rejected())
        .extracting(RejectedData::reason)
        .containsExactly("undecodable_record");
  }

  @Test
  void groupsThatAreIdentifiedArePublished() {
    rig.deliver(
        record(
            1,
            event(
                "$groupidentify",
                "ana",
                "{\"$group_type\":\"company\",\"$group_key\":\"acme\","
                    + "\"$group_set\":{\"size\":3}}")));
    assertThat(rig.published.envelopes())
        .filteredOn(ProcessedGroups.class::isInstance)
        .map(ProcessedGroups.class::cast)
        .singleElement()
        .satisfies(
            groups -> {
              assertThat(groups.groups()).hasSize(1);
              assertThat(groups.groups().getFirst().type()).isEqualTo("company");
              assertThat(groups.groups().getFirst().key()).isEqualTo("acme");
              assertThat(groups.groups().getFirst().properties()).isEqualTo(json("{\"size\":3}"));
            });
  }

  @Test
  void largeBatchesArePublishedInSeveralPutsAndWhollyInOrder() {
    String large = "{\"$set\":{\"text\":\"" + "x".repeat(100_000) + "\"}}";
    rig.deliver(
        java.util.stream.IntStream.range(0, 120)
            .mapToObj(n -> record(n + 1, event("e" + n, "ana", n == 0 ? large : "{}")))
            .toList());
    assertThat(rig.events())
        .extracting(ProcessedEvent::event)
        .containsExactlyElementsOf(
            java.util.stream.IntStream.range(0, 120).mapToObj(n -> "e" + n).toList());
    assertThat(rig.published.envelopes()).filteredOn(ProcessedPersons.class::isInstance).hasSize(1);
  }

  @Test
  void manyLargePersonsArePublishedInSeveralEnvelopesAndAllOfThem() {
    String large = "{\"$set\":{\"text\":\"" + "x".repeat(60_000) + "\"}}";
    rig.deliver(
        java.util.stream.IntStream.range(0, 40)
            .mapToObj(
                n ->
                    record(
                        n + 1,
                        event("e", "user-" + n, large),
                        event("$create_alias", "user-" + n, "{\"alias\":\"other-" + n + "\"}")))
            .toList());
    assertThat(rig.versions()).hasSize(40);
    assertThat(rig.overrides()).hasSize(40);
    assertThat(rig.published.envelopes())
        .filteredOn(ProcessedPersons.class::isInstance)
        .hasSizeGreaterThan(3);
  }

  private static dev.tenrec.streams.StreamRecord claim() {
    return record(
        3,
        "{\"stage\":\"captured\",\"kind\":\"events\",\"project\":1,\"claim\":\"claims/gone\"}"
            .getBytes(StandardCharsets.UTF_8));
  }
}
