package dev.tenrec.ingest.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.events.ExactJson;
import org.junit.jupiter.api.Test;

class TestPersonProperties {
  @Test
  void whatSaysSomethingAboutThePersonIsCopiedAsItIsAndAsItWasFirst() {
    PersonUpdate update =
        of("$pageview", "{\"$browser\":\"Chrome\",\"utm_source\":\"mail\",\"price\":3}");
    assertThat(update.set()).isEqualTo(json("{\"$browser\":\"Chrome\",\"utm_source\":\"mail\"}"));
    assertThat(update.setOnce())
        .isEqualTo(json("{\"$initial_browser\":\"Chrome\",\"$initial_utm_source\":\"mail\"}"));
    assertThat(update.frozen()).isFalse();
    assertThat(update.forced()).isFalse();
  }

  @Test
  void whatTheSdkAsksForWinsOverCopies() {
    PersonUpdate update =
        of(
            "$pageview",
            "{\"$browser\":\"Chrome\",\"$set\":{\"$browser\":\"mine\",\"name\":\"Ana\"},"
                + "\"$set_once\":{\"$initial_browser\":\"first\"},\"$unset\":[\"old\",3]}");
    assertThat(update.set()).isEqualTo(json("{\"$browser\":\"mine\",\"name\":\"Ana\"}"));
    assertThat(update.setOnce()).isEqualTo(json("{\"$initial_browser\":\"first\"}"));
    assertThat(update.unset()).containsExactly("old");
  }

  @Test
  void anAbsentCampaignIsNoFirstCampaign() {
    PersonUpdate update = of("$pageview", "{\"gclid\":null}");
    assertThat(update.set()).isEqualTo(json("{\"gclid\":null}"));
    assertThat(update.setOnce()).isEqualTo(json("{}"));
  }

  @Test
  void theOperatingSystemHasTwoNames() {
    PersonUpdate update = of("opened", "{\"$os_name\":\"iOS\"}");
    assertThat(update.set()).isEqualTo(json("{\"$os\":\"iOS\"}"));
    assertThat(update.setOnce()).isEqualTo(json("{\"$initial_os\":\"iOS\"}"));
    assertThat(of("opened", "{\"$os_name\":\"iOS\",\"$os\":\"iPadOS\"}").set())
        .isEqualTo(json("{\"$os\":\"iPadOS\"}"));
  }

  @Test
  void snapshotsAreNotCopiedAndExceptionsLeaveThePersonAlone() {
    assertThat(of("$snapshot", "{\"$browser\":\"Chrome\"}").set()).isEqualTo(json("{}"));
    assertThat(of("$exception", "{}").frozen()).isTrue();
    assertThat(of("$$heatmap", "{}").frozen()).isTrue();
    assertThat(of("$identify", "{}").forced()).isTrue();
    assertThat(of("$set", "{}").forced()).isTrue();
  }

  @Test
  void unsetTakesAnObjectToo() {
    assertThat(of("$set", "{\"$unset\":{\"a\":1,\"b\":null}}").unset()).containsExactly("a", "b");
  }

  @Test
  void nonsenseAsksForNothing() {
    PersonUpdate update = of("e", "{\"$set\":\"x\",\"$set_once\":[1],\"$unset\":7}");
    assertThat(update.set()).isEqualTo(json("{}"));
    assertThat(update.setOnce()).isEqualTo(json("{}"));
    assertThat(update.unset()).isEmpty();
  }

  private static PersonUpdate of(String event, String properties) {
    return PersonProperties.of(event, (ObjectNode) json(properties));
  }

  private static JsonNode json(String text) {
    try {
      return ExactJson.read(text);
    } catch (JsonProcessingException malformed) {
      throw new IllegalArgumentException(text, malformed);
    }
  }
}
