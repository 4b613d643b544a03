package dev.tenrec.infra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenrec.infra.settings.Settings;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TestInstallation {
  @Test
  void theSameSettingsMakeTheSameTemplates() {
    Synthesis again = Synthesis.run(Settings.DEFAULTS, Map.of(), _ -> {});
    assertThat(again.state().json()).hasToString(Synthesis.standard().state().json().toString());
    assertThat(again.compute().json())
        .hasToString(Synthesis.standard().compute().json().toString());
  }

  @Test
  void theTemplatesStayFarBelowCloudFormationsLimits() {
    assertThat(Synthesis.standard().compute().json().path("Resources").size()).isLessThan(250);
    assertThat(Synthesis.standard().compute().json().toString().length()).isLessThan(500_000);
  }

  @Test
  void computeCanBeDeletedWithoutState() {
    assertThat(Synthesis.standard().state().json().toString()).doesNotContain("Fn::ImportValue");
  }
}
