package dev.tenrec.events.wire;

import static dev.tenrec.events.wire.Requests.NOW;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenrec.events.CapturedEvent;
import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TestAnalyticsDecoder {
  private static final String ID = "0189aaaa-bbbb-7ccc-8ddd-eeeeffff0001";
  private static final String FIELDS =
      "\"event\":\"a\",\"distinct_id\":\"ann\",\"timestamp\":\"2026-03-01T11:59:00Z\"";

  private final Map<String, String> headers =
      new LinkedHashMap<>(
          Map.of(
              "Authorization",
              "bearer  phc_1",
              "Content-Type",
              "application/json; charset=utf-8",
              "PostHog-Sdk-Info",
              "posthog-go/1.2.3",
              "PostHog-Attempt",
              "1",
              "PostHog-Request-Id",
              ID,
              "PostHog-Request-Timestamp",
              NOW.toString(),
              "User-Agent",
              "posthog-go/1.2.3"));

  @Test
  void aBatchIsRead() {
    AnalyticsBatch batch =
        batch(
            body(FIELDS + ",\"properties\":{\"n\":1}")
                .replace("{\"created", "{\"historical_migration\":true,\"created"));

    assertThat(batch.token()).isEqualTo("phc_1");
    assertThat(batch.historical()).isTrue();
    CapturedEvent event = batch.events().getFirst();
    assertThat(event.uuid()).hasToString(ID);
    assertThat(event.event()).isEqualTo("a");
    assertThat(event.distinctId()).isEqualTo("ann");
    assertThat(event.timestamp()).isEqualTo(NOW.minusSeconds(60));
    assertThat(event.properties())
        .hasToString("{\"n\":1,\"$lib\":\"posthog-go\",\"$lib_version\":\"1.2.3\"}");
    assertThat(batch.outcomes().getFirst().result()).isEqualTo("ok");
  }

  @Test
  void fieldsBesideThePropertiesBecomeProperties() {
    AnalyticsBatch batch =
        batch(
            body(FIELDS
                    + """
                    ,"session_id":"s","window_id":"w","options":{"cookieless_mode":true,\
                    "disable_skew_correction":true,"process_person_profile":false,\
                    "product_tour_id":"t","later":1}\
                    """)
                .replace("{\"created", "{\"capture_internal\":true,\"created"));

    assertThat(batch.events().getFirst().properties())
        .hasToString(
            "{\"$cookieless_mode\":true,\"$ignore_sent_at\":true,"
                + "\"$process_person_profile\":false,\"$product_tour_id\":\"t\","
                + "\"$session_id\":\"s\",\"$window_id\":\"w\",\"$lib\":\"posthog-go\","
                + "\"$lib_version\":\"1.2.3\",\"capture_internal\":true}");
  }

  @Test
  void theClientsClockIsCorrectedUnlessTheEventAsksForNoCorrection() {
    headers.put("PostHog-Request-Timestamp", "2026-03-01T13:00:00Z");

    assertThat(batch(body(FIELDS)).events().getFirst().timestamp())
        .isEqualTo(NOW.minusSeconds(3_660));
    for (String option : new String[] {"disable_skew_correction", "disable_skew_adjustment"}) {
      assertThat(
              batch(body(FIELDS + ",\"options\":{\"" + option + "\":true}"))
                  .events()
                  .getFirst()
                  .timestamp())
          .isEqualTo(NOW.minusSeconds(60));
    }
  }

  @Test
  void whatLiesFarAheadIsNow() {
    assertThat(
            batch(body(FIELDS.replace("2026-03-01", "2026-03-05"))).events().getFirst().timestamp())
        .isEqualTo(NOW);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"event\":\"$performance_event\" | dropped_performance_event",
        "\"distinct_id\":\"d\" | missing_event_name",
        "\"event\":\"a\" | missing_distinct_id",
        "\"event\":\"a\",\"distinct_id\":7 | missing_distinct_id",
        "\"event\":\"a\",\"distinct_id\":\" \" | missing_distinct_id",
        "\"event\":\"a\",\"distinct_id\":\"d\" | invalid_event_timestamp",
        "\"event\":\"a\",\"distinct_id\":\"d\",\"timestamp\":\"soon\" | invalid_event_timestamp",
      })
  void aBadEventIsDroppedAloneWithItsReason(String fields, String details) {
    AnalyticsBatch batch = batch(body(fields));

    assertThat(batch.events()).isEmpty();
    assertThat(batch.outcomes().getFirst().result()).isEqualTo("drop");
    assertThat(batch.outcomes().getFirst().details()).contains(details);
  }

  @Test
  void longNamesAndIdsOddPropertiesAndOptionsAreDropped() {
    assertDropped(FIELDS.replace("\"a\"", "\"" + "a".repeat(201) + "\""), "event_name_too_long");
    assertDropped(
        FIELDS.replace("\"ann\"", "\"" + "ä".repeat(101) + "\""), "distinct_id_too_large");
    assertDropped(FIELDS + ",\"properties\":[]", "malformed_event_properties");
    assertDropped(FIELDS + ",\"options\":[]", "invalid_options");
    assertDropped(FIELDS + ",\"options\":{\"cookieless_mode\":1}", "invalid_options");
    assertDropped(FIELDS + ",\"options\":{\"product_tour_id\":1}", "invalid_options");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "Anonymous", " undefined ", "[object Object]", "NULL"})
  void idsThatMeanNobodyGetNoPerson(String id) {
    AnalyticsBatch batch = batch(body(FIELDS.replace("ann", id)));

    assertThat(batch.outcomes().getFirst().result()).isEqualTo("warning");
    assertThat(batch.outcomes().getFirst().details()).contains("person_processing_disabled");
    assertThat(batch.events().getFirst().properties().get("$process_person_profile").asBoolean())
        .isFalse();
  }

  @Test
  void missingHeadersAreListedTogether() {
    headers.remove("PostHog-Attempt");
    headers.put("User-Agent", " ");

    assertRefused(
        body(FIELDS),
        400,
        "missing_required_headers",
        "Missing headers: PostHog-Attempt, User-Agent");
  }

  @ParameterizedTest
  @CsvSource({
    "PostHog-Attempt, 0, 400, invalid_header_value",
    "PostHog-Attempt, x, 400, invalid_header_value",
    "PostHog-Request-Id, 7, 400, invalid_header_value",
    "PostHog-Request-Timestamp, soon, 400, invalid_header_value",
    "PostHog-Sdk-Info, posthog, 400, invalid_header_value",
    "Authorization, '', 401, missing_authorization",
    "Authorization, Basic phc_1, 401, missing_authorization",
    "Authorization, Bearer phx_1, 401, invalid_api_token",
    "Content-Type, '', 415, unsupported_content_type",
    "Content-Type, text/plain, 415, unsupported_content_type",
    "Content-Encoding, snappy, 415, unsupported_encoding",
  })
  void aWrongHeaderIsRefused(String name, String value, int status, String error) {
    headers.put(name, value);

    AnalyticsRefusal refusal = refusal(body(FIELDS).getBytes(UTF_8));
    assertThat(refusal.status()).isEqualTo(status);
    assertThat(refusal.error()).isEqualTo(error);
  }

  @Test
  void aWrongBodyIsRefusedAsAWhole() {
    String event = "{\"uuid\":\"" + ID + "\"," + FIELDS + "}";
    String start = "{\"created_at\":\"2026-03-01T12:00:00Z\",\"batch\":[";

    assertError("", "invalid_batch");
    assertError("{", "invalid_batch");
    assertError("[]", "invalid_batch");
    assertError("{\"created_at\":\"x\",\"batch\":[" + event + "]}", "invalid_batch");
    assertError(start + "7]}", "invalid_batch");
    assertError(start + "]}", "empty_batch");
    assertError(start + "{" + FIELDS + "}]}", "missing_event_uuid");
    assertError(start + event.replace(ID, "x") + "]}", "invalid_event_uuid");
    assertError(start + event + "," + event + "]}", "duplicate_event_uuid");
  }

  @Test
  void aCompressedBodyIsReadAndABrokenOneRefused() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(body(FIELDS).getBytes(UTF_8));
    }
    headers.put("Content-Encoding", "GZIP");

    assertThat(decode(bytes.toByteArray())).isInstanceOf(AnalyticsBatch.class);
    assertThat(refusal("nonsense".getBytes(UTF_8)).error()).isEqualTo("invalid_compression");
  }

  private static String body(String fields) {
    return "{\"created_at\":\"2026-03-01T12:00:00Z\",\"batch\":[{\"uuid\":\""
        + ID
        + "\","
        + fields
        + "}]}";
  }

  private void assertDropped(String fields, String details) {
    assertThat(batch(body(fields)).outcomes().getFirst().details()).contains(details);
  }

  private void assertError(String body, String error) {
    AnalyticsRefusal refusal = refusal(body.getBytes(UTF_8));
    assertThat(refusal.status()).isEqualTo(400);
    assertThat(refusal.error()).isEqualTo(error);
    assertThat(refusal.token()).contains("phc_1");
  }

  private void assertRefused(String body, int status, String error, String description) {
    AnalyticsRefusal refusal = refusal(body.getBytes(UTF_8));
    assertThat(refusal.status()).isEqualTo(status);
    assertThat(refusal.error()).isEqualTo(error);
    assertThat(refusal.description()).isEqualTo(description);
  }

  private AnalyticsBatch batch(String body) {
    AnalyticsResult result = decode(body.getBytes(UTF_8));
    assertThat(result).isInstanceOf(AnalyticsBatch.class);
    return (AnalyticsBatch) result;
  }

  private AnalyticsRefusal refusal(byte[] body) {
    AnalyticsResult result = decode(body);
    assertThat(result).isInstanceOf(AnalyticsRefusal.class);
    return (AnalyticsRefusal) result;
  }

  private AnalyticsResult decode(byte[] body) {
    return new AnalyticsDecoder().decode(new AnalyticsRequest(headers, body, NOW));
  }
}
