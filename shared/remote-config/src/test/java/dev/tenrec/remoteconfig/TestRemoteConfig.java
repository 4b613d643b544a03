package dev.tenrec.remoteconfig;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class TestRemoteConfig {
  @Test
  void tellsOfTheProductsThereAre() {
    ObjectNode config = of("flags, surveys,");
    assertThat(config.path("hasFeatureFlags").booleanValue()).isTrue();
    assertThat(config.path("surveys").booleanValue()).isTrue();
    assertThat(config.path("sessionRecording").booleanValue()).isFalse();
  }

  @Test
  void recordsOnlyWhereRecordingsAreTaken() {
    assertThat(of("replay").path("sessionRecording").path("endpoint").asText()).isEqualTo("/s/");
  }

  @Test
  void neverLeavesOutWhatSdksWouldTakeForNo() {
    ObjectNode config = of("");
    assertThat(config.path("autocapture_opt_out").isBoolean()).isTrue();
    assertThat(config.path("supportedCompression")).hasSize(2);
  }

  private static ObjectNode of(String products) {
    return new RemoteConfig(Products.parse(products)).of("phc_shop");
  }
}
