package dev.tenrec.capture;

import static dev.tenrec.capture.CaptureMetrics.Count.Events;
import static dev.tenrec.capture.CaptureMetrics.Count.RefusedRequests;
import static dev.tenrec.capture.CaptureMetrics.Count.Requests;
import static dev.tenrec.capture.CaptureMetrics.Count.UnavailableAnswers;
import static dev.tenrec.capture.CaptureMetrics.Count.UnknownTokens;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.tenrec.events.wire.CaptureBatch;
import dev.tenrec.events.wire.CaptureDecoder;
import dev.tenrec.events.wire.CaptureRefusal;
import dev.tenrec.events.wire.CaptureRequest;
import dev.tenrec.http.HttpHandler;
import dev.tenrec.http.HttpRequest;
import dev.tenrec.http.HttpResponse;
import dev.tenrec.stores.projects.Project;
import dev.tenrec.streams.EnvelopeStream;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Takes the events of a request.
 *
 * <p>Guarantees: 200 means that the captured stream has accepted every event, or that no project
 * has the token; 503 means that some may be missing and the same request should come again; any
 * other status means that none was taken and coming again does not help.
 */
final class Capture implements HttpHandler {
  private final CaptureDecoder decoder;
  private final ProjectLookup projects;
  private final EnvelopeStream captured;
  private final Rejections rejections;
  private final CaptureMetrics metrics;
  private final InstantSource clock;
  private final Consumer<String> log;

  Capture(
      CaptureDecoder decoder,
      ProjectLookup projects,
      EnvelopeStream captured,
      Rejections rejections,
      InstantSource clock,
      Consumer<String> log) {
    this.decoder = decoder;
    this.projects = projects;
    this.captured = captured;
    this.rejections = rejections;
    this.metrics = new CaptureMetrics(log);
    this.clock = clock;
    this.log = log;
  }

  @Override
  public HttpResponse handle(HttpRequest request) {
    Optional<CaptureRoute> route = CaptureRoute.of(request.route());
    if (route.isEmpty()) {
      return HttpResponse.text(404, "Nothing takes events at " + request.path());
    }
    return switch (request.method()) {
      case "OPTIONS" -> taken();
      case "GET", "POST" -> capture(request, route.get());
      default ->
          HttpResponse.text(405, "Events are sent by POST or GET, not by " + request.method())
              .withHeader("allow", "GET, POST, OPTIONS");
    };
  }

  private HttpResponse capture(HttpRequest request, CaptureRoute route) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    metrics.add(Requests, 1);
    try {
      return answer(request, route, now);
    } catch (RuntimeException unavailable) {
      metrics.add(UnavailableAnswers, 1);
      log.accept(FailureLine.of(request, unavailable));
      return HttpResponse.text(503, "The events cannot be taken now: send the request again later")
          .withHeader("retry-after", "1");
    } finally {
      metrics.write(now);
    }
  }

  private HttpResponse answer(HttpRequest request, CaptureRoute route, Instant now) {
    if (request.body().length > route.limit()) {
      metrics.add(RefusedRequests, 1);
      return HttpResponse.text(
          413,
          "The body has %d bytes, %s takes %d: send fewer events at once"
              .formatted(request.body().length, request.route(), route.limit()));
    }
    return switch (decoder.decode(captureRequest(request, route, now))) {
      case CaptureRefusal refusal -> refuse(refusal, now);
      case CaptureBatch batch -> take(batch, request, now);
    };
  }

  private HttpResponse refuse(CaptureRefusal refusal, Instant now) {
    metrics.add(RefusedRequests, 1);
    refusal
        .token()
        .flatMap(projects::byToken)
        .ifPresent(project -> rejections.refused(refusal, project.token(), project.id(), now));
    return HttpResponse.text(refusal.status(), refusal.message());
  }

  private HttpResponse take(CaptureBatch batch, HttpRequest request, Instant now) {
    Optional<Project> project = projects.byToken(batch.token());
    if (project.isPresent()) {
      captured.put(Grouping.group(batch, project.get().id(), now, request.clientIp()));
      metrics.add(Events, batch.events().size());
    } else if (!batch.events().isEmpty()) {
      metrics.add(UnknownTokens, 1);
      rejections.unknownToken(batch, now);
    }
    return request.parameter("beacon").filter("1"::equals).isPresent()
        ? HttpResponse.empty(204)
        : taken();
  }

  private static CaptureRequest captureRequest(
      HttpRequest request, CaptureRoute route, Instant now) {
    Map<String, String> query = new LinkedHashMap<>();
    request.query().forEach((name, values) -> query.put(name, values.getFirst()));
    return new CaptureRequest(
        route.form(),
        query,
        request.header("content-type").orElse(""),
        request.header("content-encoding").orElse(""),
        request.body(),
        now);
  }

  // 200 and nothing else: browsers send again after every other status below 400.
  private static HttpResponse taken() {
    return HttpResponse.json(200, JsonNodeFactory.instance.objectNode().put("status", 1));
  }
}
