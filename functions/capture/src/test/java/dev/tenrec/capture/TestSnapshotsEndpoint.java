package dev.tenrec.capture;

import static dev.tenrec.capture.CaptureSetting.NOON;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenrec.events.CapturedSnapshots;
import dev.tenrec.events.RejectedData;
import dev.tenrec.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TestSnapshotsEndpoint {
  private static final String PIECE =
      "[{\"event\":\"$snapshot\",\"properties\":{\"token\":\"phc_shop\",\"distinct_id\":\"ann\","
          + "\"$session_id\":\"s-1\",\"$window_id\":\"w-1\",\"$lib\":\"web\","
          + "\"$snapshot_data\":[{\"type\":4,\"timestamp\":1}]}}]";

  private final CaptureSetting setting = new CaptureSetting();

  @ParameterizedTest
  @ValueSource(strings = {"/s", "/s/"})
  void aPieceOfARecordingIsCapturedUnderItsSession(String path) {
    HttpResponse response = setting.post(path, PIECE);

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.text()).isEqualTo("{\"status\":1}");
    CapturedSnapshots captured =
        new CapturedSnapshots(
            7, "s-1", "w-1", "ann", NOON, "web", "web", "[{\"type\":4,\"timestamp\":1}]");
    assertThat(setting.captured.envelopes()).containsExactly(captured);
    assertThat(captured.partitionKey()).isEqualTo("7:s-1");
  }

  @Test
  void aBeaconIsAnsweredWithoutABody() {
    HttpResponse response =
        setting.send("POST", "/s/", Map.of("beacon", "1"), PIECE.getBytes(UTF_8));

    assertThat(response.status()).isEqualTo(204);
    assertThat(setting.captured.envelopes()).hasSize(1);
  }

  @Test
  void anEmptyPieceIsTakenAndLeavesNothing() {
    String empty = PIECE.replace("{\"type\":4,\"timestamp\":1}", "");

    assertThat(setting.post("/s/", empty).status()).isEqualTo(200);
    assertThat(setting.captured.records()).isEmpty();
  }

  @Test
  void whatIsRefusedIsKeptWithItsReason() {
    String body = PIECE.replace("$session_id", "session");

    HttpResponse response = setting.post("/s/", body);

    assertThat(response.status()).isEqualTo(400);
    assertThat(response.text()).startsWith("missing_session_id: ");
    assertThat(setting.captured.records()).isEmpty();
    assertThat(setting.rejected()).hasSize(1);
    RejectedData kept = setting.rejected().getFirst();
    assertThat(kept.project()).isEqualTo(7);
    assertThat(kept.reason()).isEqualTo("missing_session_id");
    assertThat(kept.body()).isEqualTo(body);
  }

  @Test
  void aRecordingForNoProjectIsAnsweredAsTakenAndKeptWithItsReason() {
    assertThat(setting.post("/s/", PIECE.replace("phc_shop", "phc_other")).status()).isEqualTo(200);

    assertThat(setting.captured.records()).isEmpty();
    RejectedData kept = setting.rejected().getFirst();
    assertThat(kept.reason()).isEqualTo("unknown_token");
    assertThat(kept.event()).isEqualTo("$snapshot");
    assertThat(kept.distinctId()).isEqualTo("ann");
  }

  @Test
  void aStreamThatTakesNothingMakesTheSenderComeAgain() {
    setting.captured.refuse(1);

    assertThat(setting.post("/s/", PIECE).status()).isEqualTo(503);
    assertThat(setting.post("/s/", PIECE).status()).isEqualTo(200);
    assertThat(setting.captured.records()).hasSize(1);
  }
}
