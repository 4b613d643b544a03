package dev.tenrec.capture;

import dev.tenrec.events.wire.CaptureDecoder;
import dev.tenrec.events.wire.CaptureRefusal;
import dev.tenrec.events.wire.CaptureRequest;
import dev.tenrec.events.wire.SnapshotBatch;
import dev.tenrec.events.wire.SnapshotDecoder;
import dev.tenrec.http.HttpRequest;
import dev.tenrec.http.HttpResponse;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Takes session recordings: a request carries one piece of one session's window. */
record SnapshotsEndpoint(Intake intake) implements Endpoint {
  // The platform in front takes less; what it lets through is never too long for us.
  private static final int LIMIT = CaptureDecoder.PAYLOAD_LIMIT;

  @Override
  public Set<String> methods() {
    return Set.of("GET", "POST");
  }

  @Override
  public HttpResponse answer(HttpRequest request, Instant receivedAt) {
    if (request.body().length > LIMIT) {
      String message =
          "The body has %d bytes, %s takes %d: send the recording in smaller pieces"
              .formatted(request.body().length, request.route(), LIMIT);
      intake.refuse(request, Optional.empty(), "payload_too_large", message, "", receivedAt);
      return HttpResponse.text(413, message);
    }
    CaptureRequest sent =
        EventsEndpoint.captureRequest(request, CaptureRequest.Form.CURRENT, receivedAt);
    return switch (SnapshotDecoder.decode(sent, request.header("user-agent").orElse(""))) {
      case CaptureRefusal refusal -> {
        intake.refuse(
            request,
            refusal.token(),
            refusal.reason(),
            refusal.message(),
            refusal.payload(),
            receivedAt);
        yield HttpResponse.text(refusal.status(), refusal.message());
      }
      case SnapshotBatch batch -> {
        intake.take(new Intake.Sender(batch.token(), request.clientIp(), receivedAt), batch);
        yield EventsEndpoint.taken(request);
      }
    };
  }

  @Override
  public HttpResponse unavailable(HttpRequest request) {
    return EventsEndpoint.comeAgain();
  }
}
