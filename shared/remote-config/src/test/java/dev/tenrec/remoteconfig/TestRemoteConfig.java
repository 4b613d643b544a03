package dev.tenrec.remoteconfig;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.stores.projects.Project;
import dev.tenrec.stores.projects.ProjectSettings;
import java.time.Instant;
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
  void recordsNothingUntilTheProjectWantsIt() {
    assertThat(of("replay").path("sessionRecording").isBoolean()).isTrue();
  }

  @Test
  void neverLeavesOutWhatSdksWouldTakeForNo() {
    ObjectNode config = of("");
    assertThat(config.path("autocapture_opt_out").isBoolean()).isTrue();
    assertThat(config.path("supportedCompression")).hasSize(2);
  }

  private static ObjectNode of(String products) {
    return new RemoteConfig(Products.parse(products))
        .of(new Project(1, "phc_shop", Instant.EPOCH, 1, ProjectSettings.named("Shop")));
  }
}
