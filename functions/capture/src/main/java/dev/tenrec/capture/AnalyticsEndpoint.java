package dev.tenrec.capture;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.events.wire.AnalyticsBatch;
import dev.tenrec.events.wire.AnalyticsDecoder;
import dev.tenrec.events.wire.AnalyticsRefusal;
import dev.tenrec.events.wire.AnalyticsRequest;
import dev.tenrec.http.HttpRequest;
import dev.tenrec.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The newer endpoint: every event of a request has an outcome of its own, in JSON. */
record AnalyticsEndpoint(AnalyticsDecoder decoder, Intake intake) implements Endpoint {
  private static final int LIMIT = 10 << 20;
  private static final String REQUEST_ID = "posthog-request-id";
  private static final String DOCUMENTATION = "https://posthog.com/docs/api/capture";
  private static final String NOT_KEPT = "dropped_performance_event";

  @Override
  public Set<String> methods() {
    return Set.of("POST");
  }

  @Override
  public HttpResponse answer(HttpRequest request, Instant receivedAt) {
    if (request.body().length > LIMIT) {
      String message =
          "The body has %d bytes, at most %d are taken: send fewer events at once"
              .formatted(request.body().length, LIMIT);
      intake.refuse(request, Optional.empty(), "payload_too_large", message, "", receivedAt);
      return refusal(request, 413, "payload_too_large", message);
    }
    AnalyticsRequest sent = new AnalyticsRequest(request.headers(), request.body(), receivedAt);
    return switch (decoder.decode(sent)) {
      case AnalyticsRefusal refused -> {
        intake.refuse(
            request,
            refused.token(),
            refused.error(),
            refused.description(),
            refused.payload(),
            receivedAt);
        yield refusal(request, refused.status(), refused.error(), refused.description());
      }
      case AnalyticsBatch batch -> {
        Intake.Sender sender = new Intake.Sender(batch.token(), request.clientIp(), receivedAt);
        intake.take(sender, batch.historical(), batch.events(), batch.payload());
        keepDropped(request, batch, receivedAt);
        yield results(request, batch);
      }
    };
  }

  @Override
  public HttpResponse unavailable(HttpRequest request) {
    return refusal(
            request, 503, "service_unavailable", "The events cannot be taken now: try again later")
        .withHeader("retry-after", "1");
  }

  private void keepDropped(HttpRequest request, AnalyticsBatch batch, Instant receivedAt) {
    List<AnalyticsBatch.Outcome> dropped =
        batch.outcomes().stream()
            .filter(outcome -> outcome.event().isEmpty())
            .filter(outcome -> !outcome.details().equals(Optional.of(NOT_KEPT)))
            .toList();
    if (!dropped.isEmpty()) {
      String message =
          "%d of the %d events were dropped, the first of them has the uuid %s"
              .formatted(dropped.size(), batch.outcomes().size(), dropped.getFirst().uuid());
      String reason = dropped.getFirst().details().orElseThrow();
      intake.refuse(
          request, Optional.of(batch.token()), reason, message, batch.payload(), receivedAt);
    }
  }

  private static HttpResponse results(HttpRequest request, AnalyticsBatch batch) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    ObjectNode results = body.putObject("results");
    for (AnalyticsBatch.Outcome outcome : batch.outcomes()) {
      ObjectNode result = results.putObject(outcome.uuid().toString());
      result.put("result", outcome.result());
      outcome.details().ifPresent(details -> result.put("details", details));
    }
    return identified(request, HttpResponse.json(200, body));
  }

  private static HttpResponse refusal(
      HttpRequest request, int status, String error, String description) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("error", error).put("error_description", description);
    body.put("error_uri", DOCUMENTATION);
    return identified(request, HttpResponse.json(status, body));
  }

  private static HttpResponse identified(HttpRequest request, HttpResponse response) {
    HttpResponse described =
        response
            .withHeader("accept", "application/json")
            .withHeader("accept-encoding", "gzip, deflate, br, zstd");
    return request
        .header(REQUEST_ID)
        .map(id -> described.withHeader(REQUEST_ID, id))
        .orElse(described);
  }
}
