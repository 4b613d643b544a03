package dev.tenrec.ingest.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.events.CapturedEvent;
import dev.tenrec.events.CapturedEvents;
import dev.tenrec.events.ExactJson;
import dev.tenrec.stores.persons.PersonKey;
import dev.tenrec.stores.persons.StreamPosition;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TestEventPreparation {
  private static final UUID ID = UUID.fromString("0190d3c5-0000-7000-8000-000000000001");
  private static final Instant NOW = Instant.parse("2026-05-04T10:11:12Z");

  @Test
  void anEventKeepsWhatItIs() {
    PreparedEvent event = accepted("signed up", "{\"plan\":\"pro\"}").event();
    assertThat(event.name()).isEqualTo("signed up");
    assertThat(event.who()).isEqualTo(PersonKey.of(1, "ana"));
    assertThat(event.position()).isEqualTo(new StreamPosition("77", 0));
    assertThat(event.receivedAt()).isEqualTo(NOW);
    assertThat(event.properties()).isEqualTo(json("{\"plan\":\"pro\",\"$ip\":\"203.0.113.9\"}"));
    assertThat(event.profile()).isTrue();
    assertThat(event.merge()).isEmpty();
    assertThat(event.elementsChain()).isEmpty();
  }

  @Test
  void theCapturedEventIsLeftAsItWas() {
    ObjectNode properties = json("{\"$elements_chain\":\"a\",\"$process_person_profile\":true}");
    ObjectNode before = properties.deepCopy();
    prepare("$autocapture", "ana", properties, false);
    assertThat(properties).isEqualTo(before);
  }

  @Test
  void anAddressSentIsKeptAndAProjectMayWantNone() {
    assertThat(
            accepted("e", "{\"$ip\":\"198.51.100.1\"}").event().properties().path("$ip").asText())
        .isEqualTo("198.51.100.1");
    Preparation anonymous = prepare("e", "ana", json("{\"$ip\":\"198.51.100.1\"}"), true);
    assertThat(((Preparation.Accepted) anonymous).event().properties()).isEqualTo(json("{}"));
  }

  @Test
  void aLongNameIsCut() {
    assertThat(accepted("n".repeat(300), "{}").event().name()).hasSize(200);
  }

  @Test
  void whatSdksLeakIsRemoved() {
    assertThat(
            accepted(
                    "e",
                    "{\"ph_product_tours\":[],\"$product_tours_activated\":1,"
                        + "\"$override_feature_flag_payloads\":{},\"kept\":1}")
                .event()
                .properties())
        .isEqualTo(json("{\"kept\":1,\"$ip\":\"203.0.113.9\"}"));
  }

  @Test
  void elementsMoveToTheirColumn() {
    PreparedEvent chain =
        accepted("$autocapture", "{\"$elements_chain\":\"a:x\",\"$elements\":[{}]}").event();
    assertThat(chain.elementsChain()).isEqualTo("a:x");
    assertThat(chain.properties().has("$elements_chain")).isFalse();
    assertThat(chain.properties().has("$elements")).isFalse();
    assertThat(accepted("$autocapture", "{\"$elements\":[{\"tag_name\":\"a\"}]}").event())
        .extracting(PreparedEvent::elementsChain)
        .isEqualTo("a:nth-child=\"0\"nth-of-type=\"0\"");
    assertThat(accepted("$autocapture", "{\"$elements\":\"nonsense\"}").event().elementsChain())
        .isEmpty();
  }

  @Test
  void withoutAProfileNothingIsAskedOfThePerson() {
    PreparedEvent event =
        accepted(
                "e",
                "{\"$process_person_profile\":false,\"$set\":{\"a\":1},\"$set_once\":{\"b\":1},"
                    + "\"$unset\":[\"c\"],\"$browser\":\"Chrome\"}")
            .event();
    assertThat(event.profile()).isFalse();
    assertThat(event.update()).isEqualTo(PersonUpdate.none());
    assertThat(event.properties())
        .isEqualTo(
            json(
                "{\"$process_person_profile\":false,\"$browser\":\"Chrome\","
                    + "\"$ip\":\"203.0.113.9\"}"));
  }

  @Test
  void withAProfileThePropertyThatSaysSoIsRemoved() {
    assertThat(accepted("e", "{\"$process_person_profile\":true}").event().properties())
        .isEqualTo(json("{\"$ip\":\"203.0.113.9\"}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"false\"", "0", "null", "{}"})
  void aProfileThatIsNoBooleanIsTakenForTrueWithAWarning(String value) {
    Preparation.Accepted accepted = accepted("e", "{\"$process_person_profile\":" + value + "}");
    assertThat(accepted.event().profile()).isTrue();
    assertThat(accepted.warnings())
        .extracting(Warning::reason)
        .containsExactly("invalid_process_person_profile");
    assertThat(accepted.warnings().getFirst().detail()).contains(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"$identify", "$create_alias", "$merge_dangerously", "$groupidentify"})
  void anEventAboutAProfileWithoutOneIsDropped(String name) {
    assertThat(dropped(name, "{\"$process_person_profile\":false}"))
        .isEqualTo("invalid_event_when_process_person_profile_is_false");
  }

  @Test
  void clientWarningsAndCookielessEventsAreNoEvents() {
    assertThat(
            dropped(
                "$$client_ingestion_warning",
                "{\"$$client_ingestion_warning_message\":\"rate limited\"}"))
        .isEqualTo("client_ingestion_warning");
    assertThat(dropped("$pageview", "{\"$cookieless_mode\":true}"))
        .isEqualTo("cookieless_mode_disabled");
  }

  @ParameterizedTest
  @CsvSource({
    "$identify, $anon_distinct_id, false",
    "$create_alias, alias, false",
    "$merge_dangerously, alias, true"
  })
  void threeEventsMerge(String name, String property, boolean dangerous) {
    assertThat(accepted(name, "{\"" + property + "\":\"other\"}").event().merge())
        .contains(new MergeRequest("other", PersonKey.of(1, "other"), dangerous));
    assertThat(accepted(name, "{\"" + property + "\":42}").event().merge())
        .contains(new MergeRequest("42", PersonKey.of(1, "42"), dangerous));
    assertThat(accepted(name, "{}").event().merge()).isEmpty();
    assertThat(accepted(name, "{\"" + property + "\":\"\"}").event().merge()).isEmpty();
    assertThat(accepted(name, "{\"" + property + "\":null}").event().merge()).isEmpty();
    assertThat(accepted(name, "{\"" + property + "\":\"ana\"}").event().merge()).isEmpty();
    assertThat(accepted("other event", "{\"" + property + "\":\"other\"}").event().merge())
        .isEmpty();
  }

  @Test
  void anIllegalIdOnEitherSideMergesNothingAndSaysSo() {
    Preparation.Accepted illegalOther = accepted("$identify", "{\"$anon_distinct_id\":\"null\"}");
    assertThat(illegalOther.event().merge()).isEmpty();
    assertThat(illegalOther.warnings())
        .extracting(Warning::reason)
        .containsExactly("cannot_merge_with_illegal_distinct_id");
    assertThat(illegalOther.warnings().getFirst().detail()).contains("'null'", "'ana'");
    Preparation illegalOwn =
        prepare("$identify", "undefined", json("{\"$anon_distinct_id\":\"x\"}"), false);
    assertThat(((Preparation.Accepted) illegalOwn).warnings()).hasSize(1);
  }

  private static Preparation.Accepted accepted(String name, String properties) {
    return (Preparation.Accepted) prepare(name, "ana", json(properties), false);
  }

  private static String dropped(String name, String properties) {
    return ((Preparation.Dropped) prepare(name, "ana", json(properties), false)).reason().reason();
  }

  private static Preparation prepare(
      String name, String distinctId, ObjectNode properties, boolean anonymizeIps) {
    CapturedEvent event = new CapturedEvent(ID, name, distinctId, NOW, properties);
    return EventPreparation.prepare(
        new CapturedEvents(1, distinctId, NOW, "203.0.113.9", false, List.of(event)),
        "77",
        0,
        anonymizeIps);
  }

  private static ObjectNode json(String text) {
    try {
      return (ObjectNode) ExactJson.read(text);
    } catch (JsonProcessingException malformed) {
      throw new IllegalArgumentException(text, malformed);
    }
  }
}
