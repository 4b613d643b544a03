package dev.tenrec.demo.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenrec.demo.sending.Connection;
import dev.tenrec.demo.sending.NotTakenException;
import dev.tenrec.demo.sending.TestingCaptureServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TestSetup {
  private final TestingCaptureServer server = new TestingCaptureServer();
  private final Connection connection = new Connection(server.host(), _ -> {});

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void everyKindHasSomethingInTheProjectOfTheToken() throws InterruptedException {
    assertThat(Setup.of(connection, "phc_1", "phx_1").run())
        .isEqualTo("4 feature flags, 2 cohorts, 4 insights, 1 workflow");
    assertThat(server.made("feature_flags"))
        .extracting(flag -> flag.path("key").asText())
        .contains("free-shipping-banner", "express-checkout", "newsletter-offer");
    assertThat(server.made("insights")).allMatch(each -> each.path("query").has("kind"));
    assertThat(server.made("settings"))
        .singleElement()
        .satisfies(
            settings -> assertThat(settings.path("session_recording_opt_in").asBoolean()).isTrue());
    assertThat(server.made("elsewhere")).isEmpty();
  }

  @Test
  void whatIsThereIsLeftAsItIs() throws InterruptedException {
    Setup.of(connection, "phc_1", "phx_1").run();
    assertThat(Setup.of(connection, "phc_1", "phx_1").run())
        .isEqualTo("0 feature flags, 0 cohorts, 0 insights, 0 workflows");
    assertThat(server.made("feature_flags")).hasSize(4);
    assertThat(server.made("settings")).hasSize(1);
  }

  @Test
  void onThisMachineWhereMailsGoToAMailboxTheWorkflowIsActive() throws InterruptedException {
    Setup.of(connection, "phc_1", "phx_1").run();
    JsonNode workflow = server.made("workflows").getFirst();
    assertThat(workflow.path("status").asText()).isEqualTo("active");
  }

  @Test
  void aKeyOrTokenThatOpensNothingIsNamed() {
    assertThatThrownBy(() -> Setup.of(connection, "phc_1", "phx_2"))
        .isInstanceOf(NotTakenException.class)
        .hasMessageContaining("401");
    assertThatThrownBy(() -> Setup.of(connection, "phc_2", "phx_1"))
        .isInstanceOf(NotTakenException.class)
        .hasMessageContaining("phc_2");
  }
}
