package dev.tenrec.events.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenrec.events.CapturedEvent;
import dev.tenrec.events.wire.CaptureRequest.Form;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Requests for the tests of this package. */
final class Requests {
  static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  static final UUID MADE = UUID.fromString("01890000-0000-7000-8000-000000000009");

  private Requests() {}

  static CaptureRequest post(String body) {
    return post(Map.of(), "application/json", "", body.getBytes(UTF_8));
  }

  static CaptureRequest post(
      Map<String, String> query, String contentType, String contentEncoding, byte[] body) {
    return new CaptureRequest(Form.LEGACY, query, contentType, contentEncoding, body, NOW);
  }

  static CaptureRequest get(Map<String, String> query) {
    return post(query, "", "", new byte[0]);
  }

  static CaptureRequest on(Form form, CaptureRequest request) {
    return new CaptureRequest(
        form,
        request.query(),
        request.contentType(),
        request.contentEncoding(),
        request.body(),
        request.receivedAt());
  }

  static CaptureResult decode(CaptureRequest request) {
    return new CaptureDecoder(() -> MADE).decode(request);
  }

  static CaptureBatch batch(CaptureRequest request) {
    CaptureResult result = decode(request);
    assertThat(result).isInstanceOf(CaptureBatch.class);
    return (CaptureBatch) result;
  }

  static List<CapturedEvent> events(String body) {
    return batch(post(body)).events();
  }

  static CapturedEvent event(String body) {
    List<CapturedEvent> events = events(body);
    assertThat(events).hasSize(1);
    return events.getFirst();
  }

  static CaptureRefusal refusal(CaptureRequest request) {
    CaptureResult result = decode(request);
    assertThat(result).isInstanceOf(CaptureRefusal.class);
    return (CaptureRefusal) result;
  }

  static void assertRefused(String body, int status, String reason, String message) {
    CaptureRefusal refusal = refusal(post(body));
    assertThat(refusal.status()).isEqualTo(status);
    assertThat(refusal.reason()).isEqualTo(reason);
    assertThat(refusal.message()).isEqualTo(message);
  }
}
