package dev.tenrec.ingest.groups;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.events.CapturedEvent;
import dev.tenrec.events.ExactJson;
import dev.tenrec.events.GroupVersion;
import dev.tenrec.ingest.events.PersonUpdate;
import dev.tenrec.ingest.events.PreparedEvent;
import dev.tenrec.ingest.events.Warning;
import dev.tenrec.stores.groups.Group;
import dev.tenrec.stores.groups.GroupKey;
import dev.tenrec.stores.groups.GroupTypes;
import dev.tenrec.stores.groups.TestingGroupStore;
import dev.tenrec.stores.persons.PersonKey;
import dev.tenrec.stores.persons.StreamPosition;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TestGroupProcessor {
  private static final Instant NOW = Instant.parse("2026-05-04T10:11:12Z");

  private final TestingGroupStore store = new TestingGroupStore();
  private final GroupProcessor groups = new GroupProcessor(store, InstantSource.fixed(NOW));

  @Test
  void typesGetTheirIndexInTheOrderTheyAreSeen() {
    assertThat(keys(event("e", "{\"$groups\":{\"company\":\"acme\",\"team\":5,\"open\":true}}")))
        .containsExactly(Map.of(0, "acme", 1, "5", 2, "true"));
    assertThat(keys(event("e", "{\"$groups\":{\"team\":\"6\"}}"))).containsExactly(Map.of(1, "6"));
    assertThat(store.types(1).names()).containsExactly("company", "team", "open");
  }

  @Test
  void theSixthTypeIsLeftOut() {
    assertThat(
            keys(
                event("e", "{\"$groups\":{\"a\":1,\"b\":1,\"c\":1,\"d\":1}}"),
                event("e", "{\"$groups\":{\"e\":1,\"f\":1}}"),
                identify("g", "x", "{}")))
        .containsExactly(Map.of(0, "1", 1, "1", 2, "1", 3, "1"), Map.of(4, "1"), Map.of());
    assertThat(store.everything()).isEmpty();
  }

  @Test
  void knownTypesCostNoReads() {
    process(event("e", "{\"$groups\":{\"a\":1}}"));
    int calls = store.calls();
    process(event("e", "{\"$groups\":{\"a\":2}}"), event("e", "{}"));
    assertThat(store.calls()).isEqualTo(calls);
  }

  @Test
  void aTypeThatSomebodyElseAddedMeanwhileKeepsItsIndex() {
    store.beforeEachWrite(
        () -> {
          store.beforeEachWrite(() -> {});
          store.write(GroupTypes.none(1).with("theirs"));
        });
    assertThat(keys(event("e", "{\"$groups\":{\"ours\":1}}"))).containsExactly(Map.of(1, "1"));
    assertThat(store.types(1).names()).containsExactly("theirs", "ours");
  }

  @Test
  void anEventWithoutAProfileBelongsToNoGroup() {
    PreparedEvent event = event("e", "{\"$groups\":{\"a\":1}}", false);
    assertThat(keys(event)).containsExactly(Map.of());
    assertThat(store.calls()).isZero();
  }

  @Test
  void nonsenseIsLeftOut() {
    assertThat(
            keys(
                event("e", "{\"$groups\":\"x\"}"),
                event("e", "{\"$groups\":{\"a\":null,\"b\":{},\"\":1,\"c\":\"\"}}"),
                event("$groupidentify", "{\"$group_type\":7,\"$group_key\":\"x\"}"),
                event("$groupidentify", "{\"$group_type\":\"x\"}")))
        .containsOnly(Map.of());
    assertThat(store.calls()).isZero();
  }

  @Test
  void aGroupTakesWhatIsSetOnItInOrder() {
    GroupResults results =
        process(
            identify("company", "acme", "{\"size\":3,\"town\":\"Graz\"}"),
            identify("company", "acme", "{\"size\":4}"));
    Group acme = store.everything().get(new GroupKey(1, 0, "acme"));
    assertThat(acme.properties()).isEqualTo(json("{\"size\":4,\"town\":\"Graz\"}"));
    assertThat(acme.version()).isEqualTo(1);
    assertThat(acme.createdAt()).isEqualTo(NOW.minusSeconds(60));
    assertThat(results.news().getFirst().groups())
        .containsExactly(
            new GroupVersion(0, "company", "acme", 1, acme.properties(), acme.createdAt(), NOW));
  }

  @Test
  void aGroupThatDoesNotChangeIsPublishedButNotWritten() {
    process(identify("company", "acme", "{\"size\":3}"));
    int calls = store.calls();
    GroupResults again = process(identify("company", "acme", "{\"size\":3}"));
    assertThat(store.calls()).isEqualTo(calls + 1);
    assertThat(again.news().getFirst().groups()).hasSize(1);
    assertThat(again.news().getFirst().groups().getFirst().version()).isEqualTo(1);
  }

  @Test
  void aGroupThatSomebodyElseWroteMeanwhileIsWorkedOutAgain() {
    process(identify("company", "acme", "{\"size\":3}"));
    store.beforeEachWrite(
        () -> {
          store.beforeEachWrite(() -> {});
          store.write(
              List.of(new Group(new GroupKey(1, 0, "acme"), 2, json("{\"theirs\":1}"), NOW, NOW)));
        });
    process(identify("company", "acme", "{\"ours\":1}"));
    Group acme = store.everything().get(new GroupKey(1, 0, "acme"));
    assertThat(acme.properties()).isEqualTo(json("{\"theirs\":1,\"ours\":1}"));
    assertThat(acme.version()).isEqualTo(3);
  }

  @Test
  void keysAndPropertiesThatAreTooLargeAreLeftOutWithAWarning() {
    GroupResults results =
        process(
            event("e", "{\"$groups\":{\"a\":\"" + "k".repeat(401) + "\"}}"),
            identify("company", "acme", "{\"x\":\"" + "x".repeat(140_000) + "\"}"));
    assertThat(results.outcomes())
        .extracting(outcome -> outcome.warnings().stream().map(Warning::reason).toList())
        .containsExactly(List.of("group_key_too_long"), List.of("group_properties_too_large"));
    assertThat(store.everything().get(new GroupKey(1, 0, "acme")).properties()).isEmpty();
  }

  private List<Map<Integer, String>> keys(PreparedEvent... events) {
    return process(events).outcomes().stream().map(GroupOutcome::keys).toList();
  }

  private GroupResults process(PreparedEvent... events) {
    return groups.process(Arrays.asList(events));
  }

  private static PreparedEvent identify(String type, String key, String set) {
    return event(
        "$groupidentify",
        "{\"$group_type\":\"%s\",\"$group_key\":\"%s\",\"$group_set\":%s}"
            .formatted(type, key, set));
  }

  private static PreparedEvent event(String name, String properties) {
    return event(name, properties, true);
  }

  private static PreparedEvent event(String name, String properties, boolean profile) {
    ObjectNode json = json(properties);
    return new PreparedEvent(
        new CapturedEvent(UUID.randomUUID(), name, "ana", NOW.minusSeconds(60), json),
        PersonKey.of(1, "ana"),
        new StreamPosition("1", 0),
        NOW,
        name,
        json,
        "",
        profile,
        PersonUpdate.none(),
        Optional.empty());
  }

  private static ObjectNode json(String text) {
    try {
      return (ObjectNode) ExactJson.read(text);
    } catch (JsonProcessingException malformed) {
      throw new IllegalArgumentException(text, malformed);
    }
  }
}
