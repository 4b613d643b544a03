package dev.tenrec.events.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenrec.events.wire.CaptureRequest.Form;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class TestSnapshotDecoder {
  private static final String BROWSER = "Mozilla/5.0 (X11; Linux x86_64)";

  @Test
  void theDataOfAllItemsIsJoinedCharacterByCharacter() {
    String first = "[ {\"type\":4, \"n\":1.10,\"s\":\"\\ud83d é\"} ]";
    SnapshotBatch batch =
        taken("[" + item("s-1", first) + "," + item("s-1", "{\"type\":3}") + "]", BROWSER);

    assertThat(batch.items())
        .isEqualTo("[{\"type\":4, \"n\":1.10,\"s\":\"\\ud83d é\"},{\"type\":3}]");
    assertThat(batch.token()).isEqualTo("phc_shop");
    assertThat(batch.sessionId()).isEqualTo("s-1");
    assertThat(batch.windowId()).isEqualTo("w-1");
    assertThat(batch.distinctId()).isEqualTo("ann");
    assertThat(batch.source()).isEqualTo("web");
    assertThat(batch.library()).isEqualTo("web");
  }

  @Test
  void oneItemAloneAndAnEnvelopeOfItemsAreTakenToo() {
    assertThat(taken(item("s", "[1,2]"), BROWSER).items()).isEqualTo("[1,2]");
    String bare =
        "{\"event\":\"$snapshot\",\"distinct_id\":\"ann\",\"properties\":{\"$session_id\":\"s\","
            + "\"$snapshot_data\":[7],\"$snapshot_source\":\"mobile\"}}";
    SnapshotBatch mobile =
        taken("{\"batch\":[" + bare + "],\"api_key\":\"phc_shop\"}", "posthog-ios/3.1");

    assertThat(mobile.items()).isEqualTo("[7]");
    assertThat(mobile.windowId()).isEqualTo("s");
    assertThat(mobile.source()).isEqualTo("mobile");
    assertThat(mobile.library()).isEqualTo("posthog-ios");
  }

  @Test
  void noDataIsAnEmptyRecordingAndEmptyPartsLeaveNoComma() {
    assertThat(taken(item("s", "[]"), BROWSER).items()).isEqualTo("[]");
    assertThat(
            taken(
                    "["
                        + String.join(",", item("s", "[ ]"), item("s", "[1]"), item("s", "[]"))
                        + "]",
                    BROWSER)
                .items())
        .isEqualTo("[1]");
  }

  @Test
  void gzipShowsItself() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(item("s", "[1]").getBytes(UTF_8));
    }

    SnapshotResult result = decode(bytes.toByteArray(), BROWSER);

    assertThat(result).isInstanceOf(SnapshotBatch.class);
  }

  @Test
  void whatIsMissingIsSaidByItsCode() {
    assertThat(refused(item("s", "[1]").replace("$session_id", "x"), 400))
        .isEqualTo("missing_session_id");
    assertThat(refused(item("not a session", "[1]"), 400)).isEqualTo("invalid_session_id");
    assertThat(refused(item("s".repeat(71), "[1]"), 400)).isEqualTo("invalid_session_id");
    assertThat(refused(item("s", "\"text\""), 400)).isEqualTo("missing_snapshot_data");
    assertThat(refused(item("s", "[1]").replace("$snapshot_data", "x"), 400))
        .isEqualTo("missing_snapshot_data");
    assertThat(refused(item("s", "[1]").replace("distinct_id", "x"), 400))
        .isEqualTo("missing_distinct_id");
    assertThat(refused(item("s", "[1]").replace("token", "x"), 401)).isEqualTo("missing_token");
  }

  @Test
  void aRefusalCarriesTheTokenAndWhatWasSent() {
    String body = item("s", "[1]").replace("$session_id", "x");

    CaptureRefusal refusal = (CaptureRefusal) decode(body.getBytes(UTF_8), BROWSER);

    assertThat(refusal.token()).contains("phc_shop");
    assertThat(refusal.payload()).isEqualTo(body);
    assertThat(refusal.message()).startsWith("missing_session_id: ");
  }

  @Test
  void brokenJsonIsRefused() {
    assertThat(refused("[" + item("s", "[1]"), 400)).isEqualTo("invalid_json");
    assertThat(refused(item("s", "[1]") + "x", 400)).isEqualTo("invalid_json");
    assertThat(refused(item("s", "[1,}]"), 400)).isEqualTo("invalid_json");
    assertThat(refused(item("s", "[".repeat(600) + "]".repeat(600)), 400))
        .isEqualTo("invalid_json");
    assertThat(refused("7", 400)).isEqualTo("invalid_shape");
    assertThat(refused("[7]", 400)).isEqualTo("invalid_shape");
    assertThat(refused("[]", 400)).isEqualTo("empty_batch");
    assertThat(refused("{\"batch\":[]}", 400)).isEqualTo("empty_batch");
    assertThat(refused(" ".repeat(CaptureDecoder.PAYLOAD_LIMIT + 1), 413))
        .isEqualTo("payload_too_large");
  }

  private static String item(String session, String data) {
    return ("{\"event\":\"$snapshot\",\"properties\":{\"token\":\"phc_shop\",\"distinct_id\":\"ann\","
                + "\"$session_id\":\"%s\",\"$snapshot_bytes\":3,\"$snapshot_data\":%s,"
                + "\"$window_id\":\"w-1\"},\"offset\":12}")
        .formatted(session, data);
  }

  private static SnapshotBatch taken(String body, String userAgent) {
    return (SnapshotBatch) decode(body.getBytes(UTF_8), userAgent);
  }

  private static String refused(String body, int status) {
    CaptureRefusal refusal = (CaptureRefusal) decode(body.getBytes(UTF_8), BROWSER);
    assertThat(refusal.status()).isEqualTo(status);
    return refusal.reason();
  }

  private static SnapshotResult decode(byte[] body, String userAgent) {
    return SnapshotDecoder.decode(
        new CaptureRequest(Form.CURRENT, Map.of(), "text/plain", "", body, Instant.EPOCH),
        userAgent);
  }
}
