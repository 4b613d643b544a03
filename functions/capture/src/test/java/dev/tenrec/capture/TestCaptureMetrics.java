package dev.tenrec.capture;

import static dev.tenrec.capture.CaptureSetting.batch;
import static dev.tenrec.capture.CaptureSetting.event;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenrec.events.ExactJson;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TestCaptureMetrics {
  private final CaptureSetting setting = new CaptureSetting();

  @Test
  void countsAreOneLineAMinuteHoweverManyRequests() throws Exception {
    for (int request = 0; request < 50; request++) {
      setting.post("/e", batch(event("a", "ann"), event("b", "bob")));
    }
    setting.post("/e", batch("{}"));
    assertThat(setting.log).isEmpty();

    setting.pass(Duration.ofSeconds(60));
    setting.post("/e", batch(event("a", "ann")).replace("phc_shop", "phc_nobody"));

    assertThat(setting.log).hasSize(1);
    JsonNode line = ExactJson.read(setting.log.getFirst());
    assertThat(line.get("Requests").intValue()).isEqualTo(52);
    assertThat(line.get("Events").intValue()).isEqualTo(100);
    assertThat(line.get("RefusedRequests").intValue()).isEqualTo(1);
    assertThat(line.get("UnknownTokens").intValue()).isEqualTo(1);
    assertThat(line.at("/_aws/CloudWatchMetrics/0/Namespace").asText()).isEqualTo("Tenrec");
    assertThat(line.at("/_aws/CloudWatchMetrics/0/Metrics/0/Name").asText()).isEqualTo("Requests");
    assertThat(line.at("/_aws/Timestamp").longValue())
        .isEqualTo(CaptureSetting.NOON.plusSeconds(60).toEpochMilli());
  }

  @Test
  void whatDidNotHappenIsNotWritten() {
    setting.post("/e", batch(event("a", "ann")));
    setting.pass(Duration.ofSeconds(60));
    setting.post("/e", batch(event("a", "ann")));
    setting.pass(Duration.ofSeconds(59));
    setting.post("/e", batch(event("a", "ann")));

    assertThat(setting.log).hasSize(1);
    assertThat(setting.log.getFirst()).contains("\"Events\":2").doesNotContain("RefusedRequests");
  }
}
