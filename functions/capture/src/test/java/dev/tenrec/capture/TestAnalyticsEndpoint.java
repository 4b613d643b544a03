package dev.tenrec.capture;

import static dev.tenrec.capture.CaptureSetting.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenrec.events.CapturedEvent;
import dev.tenrec.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TestAnalyticsEndpoint {
  private static final String ID = "0189aaaa-bbbb-7ccc-8ddd-eeeeffff000";
  private final CaptureSetting setting = new CaptureSetting();

  @Test
  void everyEventHasItsOwnOutcome() {
    HttpResponse response =
        post(
            batch(
                event(1, "\"event\":\"a\",\"distinct_id\":\"ann\""),
                event(2, "\"event\":\"\",\"distinct_id\":\"ann\""),
                event(3, "\"event\":\"c\",\"distinct_id\":\"anonymous\"")));

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.text())
        .isEqualTo(
            "{\"results\":{\""
                + (ID + 1)
                + "\":{\"result\":\"ok\"},\""
                + (ID + 2)
                + "\":{\"result\":\"drop\",\"details\":\"missing_event_name\"},\""
                + (ID + 3)
                + "\":{\"result\":\"warning\",\"details\":\"person_processing_disabled\"}}}");
    assertThat(response.headers())
        .containsEntry("posthog-request-id", ID + 9)
        .containsEntry("accept-encoding", "gzip, deflate, br, zstd")
        .doesNotContainKey("retry-after");
    assertThat(setting.events()).extracting(CapturedEvent::event).containsExactly("a", "c");
    assertThat(setting.envelopes().getFirst().receivedAt()).isEqualTo(NOON);
  }

  @Test
  void theOlderNameOfThePathWorksToo() {
    HttpResponse response =
        setting.send(
            "POST",
            "/i/v1/general/events/",
            headers(),
            batch(event(1, "\"event\":\"a\",\"distinct_id\":\"ann\"")));

    assertThat(response.status()).isEqualTo(200);
    assertThat(setting.events()).hasSize(1);
  }

  @Test
  void droppedEventsAreKeptWithTheirReason() {
    String body = batch(event(1, "\"event\":\"a\""), event(2, "\"event\":\"$performance_event\""));

    post(body);

    assertThat(setting.captured.records()).isEmpty();
    assertThat(setting.rejected()).hasSize(1);
    assertThat(setting.rejected().getFirst().reason()).isEqualTo("missing_distinct_id");
    assertThat(setting.rejected().getFirst().detail())
        .isEqualTo("1 of the 2 events were dropped, the first of them has the uuid " + ID + "1.");
    assertThat(setting.rejected().getFirst().body()).isEqualTo(body);
  }

  @Test
  void aRefusalIsJsonWithoutRetryAfter() {
    HttpResponse response = post("{\"batch\":[]}");

    assertThat(response.status()).isEqualTo(400);
    assertThat(response.text())
        .isEqualTo(
            "{\"error\":\"invalid_batch\","
                + "\"error_description\":\"'created_at' must be an RFC 3339 time\","
                + "\"error_uri\":\"https://posthog.com/docs/api/capture\"}");
    assertThat(response.headers())
        .containsEntry("posthog-request-id", ID + 9)
        .doesNotContainKey("retry-after");
    assertThat(setting.rejected().getFirst().reason()).isEqualTo("invalid_batch");
  }

  @Test
  void aBodyOverTenMebibytesIsRefused() {
    HttpResponse response = post(" ".repeat((10 << 20) + 1));

    assertThat(response.status()).isEqualTo(413);
    assertThat(response.text()).contains("\"error\":\"payload_too_large\"");
  }

  @Test
  void aStreamThatTakesNothingMakesTheSenderComeAgain() {
    setting.captured.refuse(1);

    HttpResponse response = post(batch(event(1, "\"event\":\"a\",\"distinct_id\":\"ann\"")));

    assertThat(response.status()).isEqualTo(503);
    assertThat(response.text()).contains("\"error\":\"service_unavailable\"");
    assertThat(response.headers()).containsEntry("retry-after", "1");
  }

  @Test
  void dataOfAnUnknownTokenIsAnsweredLikeAllOtherAndKept() {
    Map<String, String> headers = headers();
    headers.put("authorization", "bearer phc_nobody");

    HttpResponse response =
        setting.send(
            "POST",
            "/i/v1/analytics/events",
            headers,
            batch(event(1, "\"event\":\"a\",\"distinct_id\":\"ann\"")));

    assertThat(response.text()).contains("\"result\":\"ok\"");
    assertThat(setting.captured.records()).isEmpty();
    assertThat(setting.rejected().getFirst().token()).isEqualTo("phc_nobody");
  }

  @Test
  void onlyPostsAreTaken() {
    assertThat(setting.send("GET", "/i/v1/analytics/events", headers(), "").status())
        .isEqualTo(405);
    assertThat(setting.send("OPTIONS", "/i/v1/analytics/events", headers(), "").status())
        .isEqualTo(200);
  }

  private HttpResponse post(String body) {
    return setting.send("POST", "/i/v1/analytics/events", headers(), body);
  }

  private static Map<String, String> headers() {
    return new LinkedHashMap<>(
        Map.of(
            "authorization",
            "Bearer phc_shop",
            "content-type",
            "application/json",
            "posthog-sdk-info",
            "posthog-node/5.70.0",
            "posthog-attempt",
            "1",
            "posthog-request-id",
            ID + 9,
            "posthog-request-timestamp",
            NOON.toString(),
            "user-agent",
            "posthog-node/5.70.0"));
  }

  private static String batch(String... events) {
    return "{\"created_at\":\"2026-03-01T12:00:00Z\",\"batch\":[" + String.join(",", events) + "]}";
  }

  private static String event(int number, String fields) {
    return "{\"uuid\":\"%s%d\",\"timestamp\":\"2026-03-01T12:00:00Z\",%s}"
        .formatted(ID, number, fields);
  }
}
