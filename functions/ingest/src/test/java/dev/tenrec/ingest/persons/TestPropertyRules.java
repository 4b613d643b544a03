package dev.tenrec.ingest.persons;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.events.ExactJson;
import dev.tenrec.ingest.events.PersonUpdate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TestPropertyRules {
  @Test
  void setReplacesSetOnceDoesNotAndUnsetRemoves() {
    PropertyRules.Changed changed =
        PropertyRules.changed(
            json("{\"a\":1,\"b\":1,\"c\":1}"),
            update("{\"a\":2,\"d\":2}", "{\"b\":2,\"e\":2}", List.of("c", "nothing"), false));
    assertThat(changed.properties()).isEqualTo(json("{\"a\":2,\"b\":1,\"d\":2,\"e\":2}"));
    assertThat(changed.worthWriting()).isTrue();
  }

  @Test
  void whatIsBeforeIsNeverTouched() {
    ObjectNode before = json("{\"a\":1,\"nested\":{\"x\":1}}");
    ObjectNode copy = before.deepCopy();
    PropertyRules.changed(before, update("{\"a\":2}", "{\"b\":1}", List.of("nested"), false));
    assertThat(before).isEqualTo(copy);
  }

  @Test
  void nothingNewIsTheSameAndNotWorthWriting() {
    ObjectNode before = json("{\"a\":1}");
    PropertyRules.Changed changed =
        PropertyRules.changed(before, update("{\"a\":1}", "{\"a\":5}", List.of("b"), true));
    assertThat(changed.properties()).isSameAs(before);
    assertThat(changed.worthWriting()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$current_url", "$pathname", "$referrer", "$referring_domain", "$screen_width",
        "$viewport_height", "$browser", "$browser_version", "$device_type", "$raw_user_agent",
        "$os", "$os_name", "$os_version", "$geoip_latitude"
      })
  void aNoisyChangeIsShownButNotWorthWriting(String key) {
    ObjectNode before = json("{\"" + key + "\":1}");
    PersonUpdate noise = update("{\"" + key + "\":2}", "{}", List.of(), false);
    PropertyRules.Changed changed = PropertyRules.changed(before, noise);
    assertThat(changed.properties()).isEqualTo(json("{\"" + key + "\":2}"));
    assertThat(changed.worthWriting()).isFalse();
    assertThat(PropertyRules.changed(json("{}"), noise).worthWriting()).isTrue();
    PersonUpdate forced = update("{\"" + key + "\":2}", "{}", List.of(), true);
    assertThat(PropertyRules.changed(before, forced).worthWriting()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"plan", "$geoip_country_name", "$geoip_city_name", "utm_source"})
  void aTellingChangeTakesTheNoiseWithIt(String key) {
    PropertyRules.Changed changed =
        PropertyRules.changed(
            json("{\"$os\":1,\"" + key + "\":1}"),
            update("{\"$os\":2,\"" + key + "\":2}", "{}", List.of(), false));
    assertThat(changed.properties()).isEqualTo(json("{\"$os\":2,\"" + key + "\":2}"));
    assertThat(changed.worthWriting()).isTrue();
  }

  @Test
  void aFrozenEventChangesNothingButMayBeTheFirst() {
    PersonUpdate frozen =
        new PersonUpdate(json("{\"a\":2}"), json("{\"b\":2}"), List.of(), true, false);
    assertThat(PropertyRules.changed(json("{\"a\":1}"), frozen).properties())
        .isEqualTo(json("{\"a\":1}"));
    assertThat(PropertyRules.created(frozen)).isEqualTo(json("{\"a\":2,\"b\":2}"));
  }

  @Test
  void inAMergeTheTargetWins() {
    assertThat(PropertyRules.merged(json("{\"a\":1,\"b\":1}"), json("{\"b\":2,\"c\":2}")))
        .isEqualTo(json("{\"a\":1,\"b\":1,\"c\":2}"));
  }

  private static PersonUpdate update(
      String set, String setOnce, List<String> unset, boolean forced) {
    return new PersonUpdate(json(set), json(setOnce), unset, false, forced);
  }

  private static ObjectNode json(String text) {
    try {
      return (ObjectNode) ExactJson.read(text);
    } catch (JsonProcessingException malformed) {
      throw new IllegalArgumentException(text, malformed);
    }
  }
}
