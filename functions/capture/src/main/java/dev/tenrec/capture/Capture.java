package dev.tenrec.capture;

import static dev.tenrec.capture.CaptureMetrics.Count.Requests;
import static dev.tenrec.capture.CaptureMetrics.Count.UnavailableAnswers;

import dev.tenrec.events.wire.AnalyticsDecoder;
import dev.tenrec.events.wire.CaptureDecoder;
import dev.tenrec.http.HttpHandler;
import dev.tenrec.http.HttpRequest;
import dev.tenrec.http.HttpResponse;
import dev.tenrec.streams.EnvelopeStream;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Takes the events, or the piece of a recording, of a request.
 *
 * <p>Guarantees: 200 means that the captured stream has accepted every event, or that no project
 * has the token; 503 means that some may be missing and the same request should come again; any
 * other status means that none was taken and coming again does not help.
 */
final class Capture implements HttpHandler {
  private final CaptureDecoder decoder;
  private final AnalyticsEndpoint analytics;
  private final SnapshotsEndpoint snapshots;
  private final Intake intake;
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
    this.metrics = new CaptureMetrics(log);
    this.intake = new Intake(projects, captured, rejections, metrics);
    this.analytics = new AnalyticsEndpoint(new AnalyticsDecoder(), intake);
    this.snapshots = new SnapshotsEndpoint(intake);
    this.clock = clock;
    this.log = log;
  }

  @Override
  public HttpResponse handle(HttpRequest request) {
    Optional<Endpoint> endpoint = endpoint(request.route());
    if (endpoint.isEmpty()) {
      return HttpResponse.text(404, "Nothing takes events at " + request.path());
    }
    if (request.method().equals("OPTIONS")) {
      return EventsEndpoint.taken();
    }
    if (!endpoint.get().methods().contains(request.method())) {
      return HttpResponse.text(405, "Events are not sent by " + request.method())
          .withHeader("allow", "GET, POST, OPTIONS");
    }
    return answer(endpoint.get(), request);
  }

  private Optional<Endpoint> endpoint(String path) {
    return switch (path) {
      case "/s" -> Optional.of(snapshots);
      case "/i/v1/analytics/events", "/i/v1/general/events" -> Optional.of(analytics);
      default -> CaptureRoute.of(path).map(route -> new EventsEndpoint(route, decoder, intake));
    };
  }

  private HttpResponse answer(Endpoint endpoint, HttpRequest request) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    metrics.add(Requests, 1);
    try {
      return endpoint.answer(request, now);
    } catch (RuntimeException unavailable) {
      metrics.add(UnavailableAnswers, 1);
      log.accept(FailureLine.of(request, unavailable));
      return endpoint.unavailable(request);
    } finally {
      metrics.write(now);
    }
  }
}
