package dev.tenrec.capture;

import static dev.tenrec.capture.CaptureMetrics.Count.Events;
import static dev.tenrec.capture.CaptureMetrics.Count.Recordings;
import static dev.tenrec.capture.CaptureMetrics.Count.RefusedRequests;
import static dev.tenrec.capture.CaptureMetrics.Count.UnknownTokens;

import dev.tenrec.events.CapturedEvent;
import dev.tenrec.events.CapturedSnapshots;
import dev.tenrec.events.wire.SnapshotBatch;
import dev.tenrec.http.HttpRequest;
import dev.tenrec.stores.projects.Project;
import dev.tenrec.streams.EnvelopeStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Puts decoded events where they belong: their project's stream, or the rejected data. */
final class Intake {
  private static final String SNAPSHOT = "$snapshot";

  private final ProjectLookup projects;
  private final EnvelopeStream captured;
  private final Rejections rejections;
  private final CaptureMetrics metrics;

  Intake(
      ProjectLookup projects,
      EnvelopeStream captured,
      Rejections rejections,
      CaptureMetrics metrics) {
    this.projects = projects;
    this.captured = captured;
    this.rejections = rejections;
    this.metrics = metrics;
  }

  /** Returns once every event is accepted by the stream, or known to belong to no project. */
  void take(Sender sender, boolean historical, List<CapturedEvent> events, String payload) {
    if (events.isEmpty()) {
      return;
    }
    Optional<Project> project = projects.byToken(sender.token());
    if (project.isPresent()) {
      captured.put(Grouping.group(events, project.get().id(), historical, sender));
      metrics.add(Events, events.size());
    } else {
      metrics.add(UnknownTokens, 1);
      rejections.unknownToken(
          sender,
          Rejections.common(events, CapturedEvent::distinctId),
          Rejections.common(events, CapturedEvent::event),
          payload);
    }
  }

  /** Returns once the piece of a recording is accepted, or known to belong to no project. */
  void take(Sender sender, SnapshotBatch batch) {
    if (batch.items().equals("[]")) {
      return;
    }
    Optional<Project> project = projects.byToken(sender.token());
    if (project.isPresent()) {
      captured.put(
          List.of(
              new CapturedSnapshots(
                  project.get().id(),
                  batch.sessionId(),
                  batch.windowId(),
                  batch.distinctId(),
                  sender.receivedAt(),
                  batch.source(),
                  batch.library(),
                  batch.items())));
      metrics.add(Recordings, 1);
    } else {
      metrics.add(UnknownTokens, 1);
      rejections.unknownToken(sender, batch.distinctId(), SNAPSHOT, batch.payload());
    }
  }

  /**
   * Keeps a request that was refused.
   *
   * @param token the token it came with, where reading got that far
   * @param payload what was decoded of it; empty when nothing was
   */
  void refuse(
      HttpRequest request,
      Optional<String> token,
      String reason,
      String message,
      String payload,
      Instant now) {
    metrics.add(RefusedRequests, 1);
    Optional<Project> project = token.flatMap(projects::byToken);
    String body = payload.isEmpty() ? RawBody.text(request.body()) : payload;
    if (project.isPresent()) {
      rejections.refused(project.get(), reason, message, body, now);
    } else {
      rejections.ofNoProject(token.orElse(""), reason, message, body, now);
    }
  }

  /**
   * Where events come from.
   *
   * @param token the token they came with
   * @param ip the client's address, empty when unknown
   * @param receivedAt when they came
   */
  record Sender(String token, String ip, Instant receivedAt) {}
}
