package dev.tenrec.events.wire;

import static dev.tenrec.events.wire.Requests.NOW;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TestEventTime {
  @Test
  void theClientsClockIsCorrectedByWhenItSent() {
    assertThat(at("\"sent_at\":\"2030-01-01T00:01:00Z\"", "\"timestamp\":\"2030-01-01T00:00:00Z\""))
        .isEqualTo(NOW.minusSeconds(60));
    assertThat(at("\"sent_at\":\"2001-01-01T00:01:00Z\"", "\"timestamp\":\"2001-01-01T00:02:00Z\""))
        .isEqualTo(NOW.plusSeconds(60));
  }

  @Test
  void aSentTimeMayComeInTheQueryAsMilliseconds() {
    Instant sent = Instant.parse("2030-01-01T00:01:00Z");
    String timestamp = "\"timestamp\":\"2030-01-01T00:00:30Z\"";

    for (String name : new String[] {"_", "sent_at"}) {
      assertThat(at(Map.of(name, String.valueOf(sent.toEpochMilli())), "", timestamp))
          .isEqualTo(NOW.minusSeconds(30));
    }
  }

  @Test
  void aSentTimeBefore2021IsACounterAndNoTime() {
    for (String odd : new String[] {"1", "1577836800000", "-5", "soon", "1e30"}) {
      assertThat(at(Map.of("_", odd), "", "\"timestamp\":\"2026-02-01T00:00:00Z\""))
          .isEqualTo(Instant.parse("2026-02-01T00:00:00Z"));
    }
  }

  @Test
  void anEventOfARecordingMayCarryItsOwnSentTime() {
    assertThat(
            at("", "\"sent_at\":\"2030-01-01T00:01:00Z\",\"timestamp\":\"2030-01-01T00:00:00Z\""))
        .isEqualTo(NOW.minusSeconds(60));
  }

  @Test
  void withoutASentTimeTheTimestampHolds() {
    assertThat(at("", "\"timestamp\":\"2020-05-05T05:05:05.123456789+02:00\""))
        .isEqualTo(Instant.parse("2020-05-05T03:05:05.123456Z"));
  }

  @Test
  void aSenderMayAskForNoCorrection() {
    String sent = "\"sent_at\":\"2030-01-01T00:01:00Z\"";
    String timestamp = "\"timestamp\":\"2026-01-01T00:00:00Z\"";

    assertThat(at(sent, timestamp + ",\"properties\":{\"$ignore_sent_at\":true}"))
        .isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
    assertThat(at(sent, timestamp + ",\"properties\":{\"$ignore_sent_at\":\"true\"}"))
        .isNotEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
  }

  @Test
  void withoutATimestampItIsNow() {
    assertThat(at("\"sent_at\":\"2030-01-01T00:01:00Z\"", "")).isEqualTo(NOW);
    assertThat(at("", "\"timestamp\":null")).isEqualTo(NOW);
  }

  @Test
  void anUnreadableTimestampIsNow() {
    for (String odd : new String[] {"\"yesterday\"", "\"2026-13-45\"", "\"\"", "{}", "true"}) {
      assertThat(at("", "\"timestamp\":" + odd)).isEqualTo(NOW);
    }
  }

  @Test
  void anUnreadableSentTimeIsNone() {
    assertThat(at("\"sent_at\":\"soon\"", "\"timestamp\":\"2026-02-01T00:00:00Z\""))
        .isEqualTo(Instant.parse("2026-02-01T00:00:00Z"));
  }

  @Test
  void anOffsetCountsBackFromNowAndWinsOverEverything() {
    assertThat(at("", "\"offset\":1500")).isEqualTo(NOW.minusMillis(1500));
    assertThat(
            at(
                "\"sent_at\":\"2030-01-01T00:01:00Z\"",
                "\"timestamp\":\"2030-01-01T00:00:00Z\",\"offset\":2000"))
        .isEqualTo(NOW.minusMillis(2000));
    assertThat(at("", "\"offset\":12.9")).isEqualTo(NOW.minusMillis(12));
    assertThat(at("", "\"offset\":\"5\"")).isEqualTo(NOW);
    assertThat(at("", "\"offset\":1e999999999")).isEqualTo(NOW);
  }

  @Test
  void whatLiesFarAheadIsNow() {
    assertThat(at("", "\"timestamp\":\"2026-03-02T11:00:00Z\""))
        .isEqualTo(Instant.parse("2026-03-02T11:00:00Z"));
    assertThat(at("", "\"timestamp\":\"2026-03-02T11:00:00.000001Z\"")).isEqualTo(NOW);
    assertThat(at("", "\"offset\":-999999999999")).isEqualTo(NOW);
    assertThat(at("", "\"timestamp\":\"+99999-01-01T00:00:00Z\"")).isEqualTo(NOW);
  }

  @Test
  void whatNoCalendarHoldsIs1970() {
    assertThat(at("", "\"timestamp\":\"-0001-01-01T00:00:00Z\"")).isEqualTo(Instant.EPOCH);
    assertThat(at("", "\"offset\":" + Long.MAX_VALUE)).isEqualTo(Instant.EPOCH);
    assertThat(at("", "\"timestamp\":\"0000-01-01T00:00:00Z\""))
        .isEqualTo(Instant.parse("0000-01-01T00:00:00Z"));
  }

  private static Instant at(String envelope, String event) {
    return at(Map.of(), envelope, event);
  }

  private static Instant at(Map<String, String> query, String envelope, String event) {
    String body =
        "{\"api_key\":\"phc_1\""
            + (envelope.isEmpty() ? "" : "," + envelope)
            + ",\"batch\":[{\"event\":\"a\",\"distinct_id\":\"d\""
            + (event.isEmpty() ? "" : "," + event)
            + "}]}";
    CaptureRequest request = Requests.post(query, "application/json", "", body.getBytes(UTF_8));
    return Requests.batch(request).events().getFirst().timestamp();
  }
}
