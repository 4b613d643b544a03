package dev.tenrec.capture;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tenrec.events.CapturedEvent;
import dev.tenrec.events.CapturedEvents;
import dev.tenrec.events.RejectedData;
import dev.tenrec.events.TimeOrderedIds;
import dev.tenrec.events.wire.CaptureDecoder;
import dev.tenrec.http.HttpRequest;
import dev.tenrec.http.HttpResponse;
import dev.tenrec.stores.projects.Project;
import dev.tenrec.stores.projects.ProjectSettings;
import dev.tenrec.streams.TestingEnvelopeStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Capture with streams in memory, one project, and a clock that stands still. */
final class CaptureSetting {
  static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123456Z");
  static final Project SHOP =
      new Project(7, "phc_shop", Instant.EPOCH, 1, ProjectSettings.named("Shop"));

  final TestingEnvelopeStream captured = new TestingEnvelopeStream();
  final TestingEnvelopeStream processed = new TestingEnvelopeStream();
  final List<String> log = new ArrayList<>();
  ProjectLookup lookup = token -> Optional.of(SHOP).filter(shop -> shop.token().equals(token));

  private final TimeOrderedIds ids = new TimeOrderedIds(this::now, new Random(1));
  private final Capture capture =
      new Capture(
          new CaptureDecoder(ids),
          token -> lookup.byToken(token),
          captured,
          new Rejections(processed, ids),
          this::now,
          log::add);
  private Instant now = NOON;

  private Instant now() {
    return now;
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  HttpResponse post(String path, String body) {
    return send("POST", path, Map.of(), body.getBytes(UTF_8));
  }

  HttpResponse send(String method, String path, Map<String, String> query, byte[] body) {
    return send(method, path, query, Map.of("content-type", "application/json"), body);
  }

  HttpResponse send(String method, String path, Map<String, String> headers, String body) {
    return send(method, path, Map.of(), headers, body.getBytes(UTF_8));
  }

  private HttpResponse send(
      String method,
      String path,
      Map<String, String> query,
      Map<String, String> headers,
      byte[] body) {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    query.forEach((name, value) -> parameters.put(name, List.of(value)));
    return capture.handle(
        new HttpRequest(method, path, parameters, headers, Map.of(), body, "203.0.113.9"));
  }

  List<CapturedEvents> envelopes() {
    return captured.envelopes().stream().map(CapturedEvents.class::cast).toList();
  }

  List<CapturedEvent> events() {
    return envelopes().stream().flatMap(envelope -> envelope.events().stream()).toList();
  }

  List<RejectedData> rejected() {
    return processed.envelopes().stream().map(RejectedData.class::cast).toList();
  }

  static String event(String name, String person) {
    return "{\"event\":\"%s\",\"distinct_id\":\"%s\",\"properties\":{}}".formatted(name, person);
  }

  static String batch(String... events) {
    return "{\"api_key\":\"phc_shop\",\"batch\":[" + String.join(",", events) + "]}";
  }
}
